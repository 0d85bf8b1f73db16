package dev.allclear.promise;

import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.policy.SeverityPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How well we did what we said, counted. What is still ahead counts nowhere.
///
/// @param firstWords how soon incidents were spoken of after customers felt them
/// @param updates promised next updates
/// @param reports post-incident reports that were owed
public record Kept(Score firstWords, Score updates, Score reports) {

    /// @param all that fell due
    /// @param inTime those of them that were in time
    public record Score(int all, int inTime) {

        public boolean isEmpty() {
            return all == 0;
        }

        private static Score of(List<Boolean> each) {
            return new Score(each.size(), (int) each.stream().filter(it -> it).count());
        }
    }

    /// @param incidents those to be counted; backfilled ones never promised anything
    public static Kept of(List<Incident> incidents, SeverityPolicy policy, Instant now) {
        var lived =
                incidents.stream().filter(incident -> !incident.backfilled()).toList();
        return new Kept(
                Score.of(lived.stream()
                        .map(incident -> spokeInTime(incident, policy))
                        .toList()),
                Score.of(lived.stream()
                        .flatMap(incident -> Promise.of(incident, now).stream())
                        .filter(promise -> promise.isKept() || promise.isMissed())
                        .map(Promise::isKept)
                        .toList()),
                Score.of(lived.stream()
                        .flatMap(incident -> reportedInTime(incident, policy, now).stream())
                        .toList()));
    }

    private static boolean spokeInTime(Incident incident, SeverityPolicy policy) {
        var limit = policy.of(incident.severity()).firstMessage().plus(Promise.TOLD_TO);
        return incident.first().at().isBefore(incident.startedAt().plus(limit));
    }

    /// @return empty where none was owed, or where there is still time
    private static Optional<Boolean> reportedInTime(Incident incident, SeverityPolicy policy, Instant now) {
        var within = policy.of(incident.severity()).report();
        if (within.isEmpty() || incident.resolvedAt().isEmpty()) {
            return Optional.empty();
        }
        var due = incident.resolvedAt().get().plus(within.get());
        return switch (incident.phase()) {
            case Phase.PostIncident(var _, var report) ->
                Optional.of(!report.publishedAt().isAfter(due));
            case Phase.Resolved _ -> now.isAfter(due) ? Optional.of(false) : Optional.empty();
            case Phase.Open _, Phase.Withdrawn _ -> Optional.empty();
        };
    }
}
