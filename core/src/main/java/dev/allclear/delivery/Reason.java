package dev.allclear.delivery;

import dev.allclear.delivery.Delivery.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// Why messages did not arrive, in the words of the other side without what is only one person's: addresses, queue
/// numbers and the like are left out, so that equal reasons can be counted.
///
/// @param words with `…` where something was left out
public record Reason(Kind kind, String words) {

    private static final String GAP = "…";
    private static final int LONGEST = 160;

    private static final Pattern ADDRESSES = Pattern.compile("<?[^\\s<>]+@[^\\s<>]+>?|\\s{2,}|[\\r\\n\\t]");
    private static final Pattern NUMBERED = Pattern.compile("\\S*\\d\\S*");
    private static final Pattern GAPS = Pattern.compile("…(?:\\s*…)+");

    /// `550`, `5.1.1` and `550-5.1.1` say what is the matter.
    private static final Pattern CODE = Pattern.compile(
            "\\(?(?:2[25]\\d|421|45[0-5]|50[0-4]|52[1356]|53[0458]|55[0-6])?[ -]?(?:[245]\\.\\d{1,3}\\.\\d{1,3})?\\)?[:,.;]?");

    public static Reason of(Kind kind, String note) {
        var anyones = ADDRESSES.matcher(note).replaceAll(GAP);
        var counted = NUMBERED.matcher(anyones)
                .replaceAll(found -> CODE.matcher(found.group()).matches() ? "$0" : GAP);
        var words = GAPS.matcher(counted).replaceAll(GAP).strip();
        return new Reason(kind, words.length() > LONGEST ? words.substring(0, LONGEST) + GAP : words);
    }

    /// What stands between the gaps, in this order, in every note of this reason.
    public List<String> pieces() {
        return List.of(words.split(GAP, -1));
    }

    /// How many messages have it.
    public record Count(Reason reason, long deliveries) {}
}
