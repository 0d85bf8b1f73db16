package dev.allclear.promise;

import dev.allclear.incident.Incident;
import dev.allclear.policy.SeverityPolicy;
import java.time.Duration;

/// How soon we spoke after customers had begun to feel it.
///
/// @param limit within which the policy wants it
public record FirstWord(Duration after, Duration limit) {

    public static FirstWord of(Incident incident, SeverityPolicy policy) {
        return new FirstWord(
                Duration.between(incident.startedAt(), incident.first().at()),
                policy.of(incident.severity()).firstMessage());
    }

    public boolean isInTime() {
        return after.compareTo(limit.plus(Promise.TOLD_TO)) < 0;
    }
}
