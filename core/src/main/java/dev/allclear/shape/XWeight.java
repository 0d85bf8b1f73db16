package dev.allclear.shape;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// The weighted length of a post on X: of twitter-text, configuration 3.
final class XWeight {

    private static final int ADDRESS = 23;
    /// Below this each character weighs one, alone.
    private static final int FIRST_COMBINING = 0x300;
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private XWeight() {}

    static int of(String text) {
        var addresses = Addresses.count(text);
        var rest = Normalizer.normalize(Addresses.replaced(text, ""), Normalizer.Form.NFC);
        if (rest.chars().allMatch(character -> character < FIRST_COMBINING)) {
            return addresses * ADDRESS + rest.length();
        }
        return addresses * ADDRESS
                + GRAPHEME.matcher(rest)
                        .results()
                        .mapToInt(found -> weight(found.group()))
                        .sum();
    }

    private static int weight(String grapheme) {
        return isEmoji(grapheme)
                ? 2
                : grapheme.codePoints().map(XWeight::weight).sum();
    }

    private static boolean isEmoji(String grapheme) {
        var first = grapheme.codePointAt(0);
        var keycap = grapheme.indexOf('\u20E3') > 0;
        return keycap
                || Character.isEmojiPresentation(first)
                || (Character.isEmoji(first) && grapheme.indexOf('\uFE0F') > 0)
                || (Character.isExtendedPictographic(first) && grapheme.codePointCount(0, grapheme.length()) > 1);
    }

    private static int weight(int point) {
        var light = point <= 4_351
                || (point >= 8_192 && point <= 8_205)
                || (point >= 8_208 && point <= 8_223)
                || (point >= 8_242 && point <= 8_247);
        return light ? 1 : 2;
    }
}
