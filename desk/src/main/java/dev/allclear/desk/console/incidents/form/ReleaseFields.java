package dev.allclear.desk.console.incidents.form;

import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.operation.Consent;
import dev.allclear.operation.Release;
import dev.allclear.people.Actor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what somebody answers for when they publish: `overrule`, ticked, with the reason in `despite`; `emergency`
/// with `emergencyWhy`; how many will hear; and what they wrote by hand.
public final class ReleaseFields {

    /// What nobody answers for in another's name: it is not kept in drafts.
    public static final List<String> PERSONAL = Stream.concat(
                    Stream.of("overrule", "despite", "emergency", "emergencyWhy", "waiting"),
                    AudienceFields.NAMES.stream())
            .toList();

    private static final int REASON = 300;

    private ReleaseFields() {}

    /// @param seen the version of the incident that they looked at; empty for a new one
    public static Release read(Parameters typed, Optional<Long> seen, Actor actor) {
        var faults = new Faults();
        var own = OwnFields.all(typed, faults);
        faults.refuseIfAny();
        return Release.by(actor)
                .having(seen)
                .with(consent(typed))
                .despite(despite(typed))
                .expecting(AudienceFields.read(typed))
                .shaped(own);
    }

    private static Consent consent(Parameters typed) {
        return typed.has("emergency")
                ? new Consent.Emergency(
                        Written.line(typed, "emergencyWhy", "Say why this can’t wait for a second person.", REASON))
                : new Consent.Own();
    }

    private static Optional<String> despite(Parameters typed) {
        return typed.has("overrule")
                ? Optional.of(Written.line(typed, "despite", "Say why it goes out with this error in it.", REASON))
                : Optional.empty();
    }
}
