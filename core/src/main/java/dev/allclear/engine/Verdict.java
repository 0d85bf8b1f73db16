package dev.allclear.engine;

import dev.allclear.Entropy;
import dev.allclear.delivery.Backoff;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an outcome means for a delivery: over, or to be tried again, and when.
final class Verdict {

    /// How often something is tried that fails by a fault of ours, or is never answered.
    private static final int FAULTS = 3;

    private final Backoff backoff;
    private final Entropy entropy;

    Verdict(Backoff backoff, Entropy entropy) {
        this.backoff = backoff;
        this.entropy = entropy;
    }

    /// How often something is tried at all.
    int tries() {
        return backoff.attempts();
    }

    State of(Delivery delivery, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted(var receipt) -> new State.Accepted(now, receipt);
            case Outcome.Rejected(var why) -> new State.Failed(now, why);
            case Outcome.Gone(var why) -> new State.Failed(now, why);
            case Outcome.Unknown(var why) -> unanswered(delivery, now, why);
            case Outcome.Deferred(var why, var retryAfter) -> later(delivery, now, why, retryAfter);
            case Outcome.Busy(var why, var retryAfter) -> later(delivery, now, why, retryAfter);
            case Outcome.Unavailable(var why, var retryAfter) -> later(delivery, now, why, retryAfter);
        };
    }

    /// Never at once, and only as one that its receiver can tell for a repeat: it has the same id. A mail that may be
    /// lost is worse than one that may come twice (RFC 5321, section 4.5.4.1; RFC 1047).
    private State unanswered(Delivery delivery, Instant now, String why) {
        var again = Optional.of(now.plus(pause(delivery))).filter(_ -> delivery.attempts() < FAULTS);
        return new State.Unknown(now, again, why);
    }

    private Duration pause(Delivery delivery) {
        return backoff.after(delivery.attempts() + 1, entropy.fraction()).orElse(backoff.most());
    }

    private State later(Delivery delivery, Instant now, String why, Optional<Duration> retryAfter) {
        return backoff.after(delivery.attempts(), entropy.fraction())
                .map(wait ->
                        retryAfter.filter(asked -> asked.compareTo(wait) > 0).orElse(wait))
                .<State>map(wait -> new State.Waiting(now.plus(wait), why))
                .orElseGet(() -> new State.Failed(now, "gave up after " + delivery.attempts() + " tries: " + why));
    }

    /// It failed by a fault of ours. What fails three times would fail for ever: it is put aside, with its reason.
    State broken(Delivery delivery, Throwable bug, Instant now) {
        var why = "an error of ours: " + bug.getClass().getSimpleName();
        return delivery.attempts() < FAULTS
                ? later(delivery, now, why, Optional.empty())
                : new State.Failed(now, "put aside after " + FAULTS + " tries: " + why);
    }
}
