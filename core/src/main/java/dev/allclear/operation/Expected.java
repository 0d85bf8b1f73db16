package dev.allclear.operation;

import dev.allclear.Refused;
import dev.allclear.incident.Incident;
import dev.allclear.policy.Audience;
import dev.allclear.transaction.Tx;

/// How many people whoever sends a message counts on: when they have got lost since, nobody is told before somebody
/// has looked again.
///
/// @param knowing whether a person named the number, and did not merely have it before them
public record Expected(long count, boolean knowing) {

    public Expected {
        if (count < 0) {
            throw new Refused.Invalid("expected_audience", "Nobody hears less than nothing.");
        }
    }

    public static Expected shown(long count) {
        return new Expected(count, false);
    }

    public static Expected known(long count) {
        return new Expected(count, true);
    }

    /// @param incident as it will be, with its latest word
    /// @throws Refused.AudienceLost when fewer than half of them would hear of it, or none of those who subscribe
    void mustHold(Tx tx, Incident incident, Audience audience) {
        var listeners = Listeners.of(tx, incident, audience);
        if (listeners.count() * 2 < count || isEmptyUnnoticed(listeners, audience)) {
            throw new Refused.AudienceLost(count, listeners.count(), listeners.subscribers());
        }
    }

    /// Where nobody subscribes, or the policy writes to nobody, nobody is missed.
    private boolean isEmptyUnnoticed(Listeners listeners, Audience audience) {
        return listeners.count() == 0 && listeners.subscribers() > 0 && audience != Audience.NOBODY && !knowing;
    }
}
