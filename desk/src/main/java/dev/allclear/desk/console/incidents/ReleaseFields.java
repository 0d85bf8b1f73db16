package dev.allclear.desk.console.incidents;

import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.operation.Release;
import dev.allclear.people.Actor;
import java.util.List;
import java.util.Optional;

/// Reads what somebody answers for when they publish: `overrule`, ticked, with the reason in `despite`, and what they
/// wrote by hand.
final class ReleaseFields {

    /// What nobody answers for in another's name: it is not kept in drafts.
    static final List<String> PERSONAL = List.of("overrule", "despite");

    private ReleaseFields() {}

    /// @param seen the version of the incident that they looked at; empty for a new one
    static Release read(Parameters typed, Optional<Long> seen, Actor actor) {
        var faults = new Faults();
        var own = OwnFields.all(typed, faults);
        faults.refuseIfAny();
        return Release.by(actor).having(seen).despite(despite(typed)).shaped(own);
    }

    private static Optional<String> despite(Parameters typed) {
        return typed.has("overrule")
                ? Optional.of(Written.line(typed, "despite", "Say why it goes out with this error in it."))
                : Optional.empty();
    }
}
