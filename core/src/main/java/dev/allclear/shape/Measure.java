package dev.allclear.shape;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a text is, as its channel counts.
///
/// @param used in units
/// @param wanted what reads well; never above the limit
/// @param limit what the channel takes
/// @param segments how many short messages it is sent as; 1 for all other channels
public record Measure(Unit unit, int used, int wanted, int limit, int segments) {

    /// What is counted.
    public enum Unit {
        CODE_POINTS,
        /// GSM-7: seven bits each, a few characters take two.
        SEPTETS,
        /// UCS-2: what a short message is counted in as soon as it holds one character outside GSM-7.
        UCS2_UNITS,
        /// X: most characters 1, CJK and emoji 2, a link 23.
        WEIGHT,
        GRAPHEMES,
        BYTES
    }

    static final int SEPTETS_ALONE = 160;
    static final int SEPTETS_SPLIT = 153;
    static final int UCS2_ALONE = 70;
    static final int UCS2_SPLIT = 67;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(@[\\w.-]+)@[\\w.-]+\\w");

    /// Whether the channel would refuse or cut it.
    public boolean over() {
        return used > limit;
    }

    /// Whether it is longer than reads well.
    public boolean tooLongToRead() {
        return used > wanted;
    }

    public int spare() {
        return limit - used;
    }

    /// Counted in code points, as subjects, titles and short posts are.
    public static Measure codePoints(String text, int wanted, int limit) {
        return new Measure(Unit.CODE_POINTS, text.codePointCount(0, text.length()), wanted, limit, 1);
    }

    /// A short message: 160 septets in one, 153 in each of several; 70 and 67 outside GSM-7. The limit is that of as
    /// many segments as are allowed.
    public static Measure sms(String text, int mostSegments) {
        return Gsm7.holds(text) ? septets(text, mostSegments) : ucs2(text, mostSegments);
    }

    /// The first character for which a short message has to be counted in UCS-2.
    public static Optional<String> outsideGsm7(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !Gsm7.holds(character))
                .findFirst();
    }

    private static Measure septets(String text, int most) {
        var used = Gsm7.septets(text);
        var segments = used <= SEPTETS_ALONE ? 1 : segments(text);
        return new Measure(
                Unit.SEPTETS, used, SEPTETS_ALONE, most == 1 ? SEPTETS_ALONE : most * SEPTETS_SPLIT, segments);
    }

    /// An escaped character is never split over two segments.
    private static int segments(String text) {
        var segments = 1;
        var used = 0;
        for (var i = 0; i < text.length(); i++) {
            var septets = Gsm7.septets(text.charAt(i));
            if (used + septets > SEPTETS_SPLIT) {
                segments++;
                used = 0;
            }
            used += septets;
        }
        return segments;
    }

    private static Measure ucs2(String text, int most) {
        var used = text.length();
        var segments = used <= UCS2_ALONE ? 1 : (used + UCS2_SPLIT - 1) / UCS2_SPLIT;
        return new Measure(Unit.UCS2_UNITS, used, UCS2_ALONE, most == 1 ? UCS2_ALONE : most * UCS2_SPLIT, segments);
    }

    /// A post on X (docs.x.com, "Counting characters").
    public static Measure x(String text) {
        return new Measure(Unit.WEIGHT, XWeight.of(text), 280, 280, 1);
    }

    /// A post on Mastodon: any link counts the same, and a mention without its server.
    public static Measure mastodon(String text, Limits limits) {
        var counted = REMOTE_MENTION
                .matcher(Addresses.replaced(text, "x".repeat(limits.mastodonAddress())))
                .replaceAll("$1");
        return codePoints(counted, limits.mastodonCharacters(), limits.mastodonCharacters());
    }

    /// A post on Bluesky, in grapheme clusters.
    public static Measure bluesky(String text) {
        return new Measure(
                Unit.GRAPHEMES, (int) GRAPHEME.matcher(text).results().count(), 300, 300, 1);
    }

    /// A post on Bluesky, in bytes.
    public static Measure blueskyBytes(String text) {
        var bytes = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8).length;
        return new Measure(Unit.BYTES, bytes, 3_000, 3_000, 1);
    }
}
