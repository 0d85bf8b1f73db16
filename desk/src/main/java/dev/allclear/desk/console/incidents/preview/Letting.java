package dev.allclear.desk.console.incidents.preview;

import dev.allclear.Objection;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands between a message and its readers: the button that publishes it, and what somebody must answer for
/// first.
///
/// @param label what the button says
/// @param objections what the coach wants put right; empty while it holds nothing up
/// @param needsApproval whether the policy asks for a second person
/// @param reach how many will hear of it; empty where nobody has to confirm that
/// @param shown the same, as a form carries it
public record Letting(
        String label, List<Objection> objections, boolean needsApproval, Optional<Reach> reach, String shown) {

    public static Letting of(String label) {
        return new Letting(label, List.of(), false, Optional.empty(), "");
    }

    /// What the button says that publishes at once.
    public String button() {
        return needsApproval ? after("Without a second person") : label;
    }

    /// What the button says by which somebody else agrees.
    public String agree() {
        return after("Agree");
    }

    private String after(String how) {
        return how + ": " + label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /// Something, where a second person is asked for; or nothing.
    public String approval() {
        return needsApproval ? "A second person has to agree" : "";
    }

    public boolean isHeardByNobody() {
        return reach.filter(found -> found.count() == 0).isPresent();
    }

    /// `12 subscribers get it by mail`.
    public String hearing() {
        return reach.map(found -> found.count() == 0
                        ? "nobody gets it by mail"
                        : "only " + Words.count(found.count(), "subscriber gets it", "subscribers get it") + " by mail")
                .orElse("");
    }

    /// `The coach found 2 errors`, or nothing.
    public String errors() {
        return objections.isEmpty() ? "" : "The coach found " + Words.count(objections.size(), "error", "errors");
    }
}
