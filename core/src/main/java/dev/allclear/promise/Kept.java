package dev.allclear.promise;

import dev.allclear.incident.Incident;
import dev.allclear.policy.SeverityPolicy;
import java.time.Instant;
import java.util.List;

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
                        .map(incident -> FirstWord.of(incident, policy).isInTime())
                        .toList()),
                Score.of(lived.stream()
                        .flatMap(incident -> Promise.of(incident, now).stream())
                        .filter(promise -> promise.isKept() || promise.isMissed())
                        .map(Promise::isKept)
                        .toList()),
                Score.of(lived.stream()
                        .flatMap(incident -> OwedReport.of(incident, policy).stream())
                        .filter(report -> report.isSettled(now))
                        .map(report -> report.isInTime(now))
                        .toList()));
    }
}
