package dev.allclear.coach.rule;

import dev.allclear.coach.text.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Counts as mobile networks and short-message networks count.
final class ShortText {

    /// GSM 03.38, the basic set; those of the second count twice.
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_TWICE = "^{}\\[~]|€\f";
    private static final Map<String, String> PLAIN =
            Map.of("“", "\"", "”", "\"", "„", "\"", "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "\u00a0", " ");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s]++");
    private static final int LINK_WEIGHT = 23;

    private ShortText() {}

    static int segments(String text) {
        if (firstOutsideGsm(text).isPresent()) {
            return text.length() <= 70 ? 1 : (text.length() + 66) / 67;
        }
        var septets = text.chars().map(it -> GSM_TWICE.indexOf(it) >= 0 ? 2 : 1).sum();
        return septets <= 160 ? 1 : (septets + 152) / 153;
    }

    static Optional<Span> firstOutsideGsm(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (GSM.indexOf(text.charAt(at)) < 0 && GSM_TWICE.indexOf(text.charAt(at)) < 0) {
                return Optional.of(new Span(at, at + Character.charCount(text.codePointAt(at))));
            }
        }
        return Optional.empty();
    }

    /// What an editor made pretty, as a phone types it.
    static Optional<String> plain(String letter) {
        return Optional.ofNullable(PLAIN.get(letter));
    }

    /// X counts most letters once, CJK and emoji twice, and any link as 23.
    static int weighted(String text) {
        var links = (int) LINK.matcher(text).results().count();
        var rest = LINK.matcher(text).replaceAll("");
        return links * LINK_WEIGHT
                + rest.codePoints().map(it -> isLight(it) ? 1 : 2).sum();
    }

    private static boolean isLight(int point) {
        return point <= 0x10FF
                || (point >= 0x2000 && point <= 0x200D)
                || (point >= 0x2010 && point <= 0x201F)
                || (point >= 0x2032 && point <= 0x2037);
    }
}
