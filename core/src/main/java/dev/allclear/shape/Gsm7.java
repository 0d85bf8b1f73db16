package dev.allclear.shape;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// The alphabet of short messages (3GPP TS 23.038): one character outside it halves what a message can hold.
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /// These need an escape in front: two septets.
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /// What editors put in place of what was typed, and signs that have a plain form.
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("‚", "'"),
            Map.entry("‛", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("„", "\""),
            Map.entry("‟", "\""),
            Map.entry("«", "\""),
            Map.entry("»", "\""),
            Map.entry("‹", "'"),
            Map.entry("›", "'"),
            Map.entry("′", "'"),
            Map.entry("″", "\""),
            Map.entry("`", "'"),
            Map.entry("´", "'"),
            Map.entry("‐", "-"),
            Map.entry("‑", "-"),
            Map.entry("‒", "-"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("−", "-"),
            Map.entry("…", "..."),
            Map.entry("•", "-"),
            Map.entry("·", "-"),
            Map.entry("→", "->"),
            Map.entry("×", "x"),
            Map.entry("≥", ">="),
            Map.entry("≤", "<="),
            Map.entry("≈", "~"),
            Map.entry("™", ""),
            Map.entry("®", ""),
            Map.entry("©", ""));
    private static final Pattern PICTURE = Pattern.compile(
            " ?(?:[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}][\\x{1F3FB}-\\x{1F3FF}\\uFE0F\\u200D]*)+");
    private static final Pattern SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000\\t]");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private Gsm7() {}

    static boolean holds(String text) {
        return text.chars().allMatch(character -> septets(character) > 0);
    }

    static int septets(String text) {
        return text.chars().map(Gsm7::septets).sum();
    }

    /// 0 for what it can't hold.
    static int septets(int character) {
        return BASIC.indexOf(character) >= 0 ? 1 : EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }

    /// The same text with plain quotes, dashes and spaces, and without pictures, if that is all it needs to fit the
    /// alphabet; else as it was, for then nothing is won.
    static String plain(String text) {
        if (holds(text)) {
            return text;
        }
        var plain = withPlainSigns(text);
        return holds(plain) ? plain : text;
    }

    /// As [#plain], and accents outside the alphabet go too: for languages whose own letters are all in it, where only
    /// a foreign name can bring in others.
    static String folded(String text) {
        if (holds(text)) {
            return text;
        }
        var folded = new StringBuilder();
        withPlainSigns(text).codePoints().forEach(point -> folded.append(withoutAccent(Character.toString(point))));
        return holds(folded.toString()) ? folded.toString() : text;
    }

    private static String withoutAccent(String letter) {
        if (holds(letter)) {
            return letter;
        }
        return switch (letter) {
            case "ł" -> "l";
            case "Ł" -> "L";
            case "đ", "ð" -> "d";
            case "ı" -> "i";
            case "œ" -> "oe";
            case "þ" -> "th";
            default ->
                ACCENT.matcher(Normalizer.normalize(letter, Normalizer.Form.NFD))
                        .replaceAll("");
        };
    }

    private static String withPlainSigns(String text) {
        var plain = new StringBuilder();
        PICTURE.matcher(SPACE.matcher(text).replaceAll(" "))
                .replaceAll("")
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> plain.append(PLAIN.getOrDefault(sign, sign)));
        return plain.toString().strip();
    }
}
