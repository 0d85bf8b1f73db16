package dev.allclear.operation;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.policy.Approval;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.transaction.Tx;

/// All that stands between a word about an incident and its readers: the second person, the size of the audience, and
/// the writing coach.
final class Clearance {

    private final Telling telling;
    private final Coached coach;

    Clearance(Telling telling, Coached coach) {
        this.telling = telling;
        this.coach = coach;
    }

    /// @param incident as it will be, with its latest word
    /// @return as it is with that leave
    Incident given(Tx tx, Incident incident, Release release) {
        mustBeAgreed(tx, incident, release);
        mustBeHeard(tx, incident, release);
        // To take a mistake back must be easy.
        if (!(incident.phase() instanceof Phase.Withdrawn)) {
            coach.mustLetPass(tx, incident, release);
        }
        return release.consent().isOfTwo(release.actor()) ? incident.agreed() : incident;
    }

    private void mustBeAgreed(Tx tx, Incident incident, Release release) {
        var asked = policy(tx, incident).approval(incident);
        release.consent().mustSuffice(asked, release.actor());
        switch (release.consent()) {
            case Consent.Of(var author) ->
                telling.journal(tx, incident, "approval.given", "written by " + author, release.actor());
            case Consent.Emergency(var why) -> {
                // Where nobody had to agree, nobody was passed over.
                if (asked == Approval.SECOND_PERSON) {
                    telling.journal(tx, incident, "approval.overridden", why, release.actor());
                }
            }
            case Consent.Own _, Consent.NotNeeded _ -> {}
        }
    }

    private static void mustBeHeard(Tx tx, Incident incident, Release release) {
        var audience = policy(tx, incident).of(incident.severity()).audience();
        release.expected().ifPresent(expected -> expected.mustHold(tx, incident, audience));
    }

    private static SeverityPolicy policy(Tx tx, Incident incident) {
        return tx.policies().of(incident.page()).value();
    }
}
