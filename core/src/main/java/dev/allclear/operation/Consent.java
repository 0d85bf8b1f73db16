package dev.allclear.operation;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.people.Actor;
import dev.allclear.policy.Approval;

/// Who stands behind a message beside the person who sends it, for policies that ask for four eyes.
public sealed interface Consent {

    /// Whoever sends it wrote it.
    record Own() implements Consent {}

    /// Somebody else wrote it, and whoever sends it has read it and agrees.
    ///
    /// @param author as the draft names them
    record Of(String author) implements Consent {}

    /// There was nobody to ask. The journal and the review of the incident keep it in plain sight.
    record Emergency(String why) implements Consent {
        public Emergency {
            why = Text.line("emergency", why, 300);
        }
    }

    /// To take a mistake back needs nobody's leave.
    record NotNeeded() implements Consent {}

    /// Refuses what only one person has seen where two should have.
    default void mustSuffice(Approval asked, Actor actor) {
        if (asked == Approval.SECOND_PERSON && !suffices(actor)) {
            throw new Refused.NeedsApproval();
        }
    }

    /// Whether two people stand behind it.
    default boolean isOfTwo(Actor actor) {
        return this instanceof Of(var author) && !author.equals(actor.name());
    }

    private boolean suffices(Actor actor) {
        return switch (this) {
            case Own _ -> false;
            case Of _ -> isOfTwo(actor);
            case Emergency _, NotNeeded _ -> true;
        };
    }
}
