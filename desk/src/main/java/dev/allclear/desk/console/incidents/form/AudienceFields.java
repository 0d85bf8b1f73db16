package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.web.Parameters;
import dev.allclear.operation.Expected;
import java.util.List;
import java.util.Optional;

/// How many will hear, as a form carries it: `audienceShown` is the number that its author had before them, with a mark
/// of what was ticked when it was counted; `audienceKnown`, ticked, says that they confirm it.
public final class AudienceFields {

    static final List<String> NAMES = List.of("audienceShown", "audienceKnown");

    private AudienceFields() {}

    public static String shown(Reach reach, Parameters typed) {
        return reach.count() + "." + mark(typed);
    }

    /// Who published faster than the number could follow what they ticked has not seen one for this message: then only
    /// an empty audience is a surprise.
    static Optional<Expected> read(Parameters typed) {
        return typed.filled("audienceShown").map(shown -> {
            var parts = shown.split("\\.", 2);
            return parts.length == 2 && parts[1].equals(mark(typed))
                    ? new Expected(count(parts[0]), typed.has("audienceKnown"))
                    : Expected.shown(0);
        });
    }

    private static String mark(Parameters typed) {
        var ticked = typed.all("area").stream().sorted().toList();
        return Integer.toHexString(List.of(ticked, typed.get("severity")).hashCode());
    }

    private static long count(String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException foreign) {
            throw new Refused.Invalid("", "This form is incomplete. Reload the page and try again.");
        }
    }
}
