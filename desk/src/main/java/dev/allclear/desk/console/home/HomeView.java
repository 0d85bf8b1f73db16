package dev.allclear.desk.console.home;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.incidents.head.Care;
import dev.allclear.desk.console.incidents.head.Phases;
import dev.allclear.incident.Incident;
import dev.allclear.maintenance.Ending;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is open and what is owed.
///
/// @param hasComponents whether the page has anything to show
/// @param lastResolved when the latest incident was over; told when nothing is open
public record HomeView(
        Frame frame,
        List<Open> open,
        List<Owed> owed,
        List<Work> works,
        Health health,
        boolean hasComponents,
        State overall,
        Optional<Instant> lastResolved) {

    /// An open incident with the promise that we gave for it.
    public record Open(Incident incident, Phases phase, Instant due, List<NamedArea> areas, String by, Care care) {
        public String path() {
            return "/desk/incidents/" + incident.id().value();
        }
    }

    /// Something that somebody has to do.
    ///
    /// @param timeKind how `at` is told
    /// @param late whether it should have been done
    public record Owed(
            String kind,
            String what,
            String before,
            Instant at,
            String timeKind,
            String after,
            String path,
            String label,
            boolean late) {}

    /// Planned work that is running, or next.
    public record Work(String path, String title, boolean runs, Instant start, Instant end, Optional<Ending> ending) {
        public Duration length() {
            return Duration.between(start, end);
        }
    }

    /// How mailing goes.
    ///
    /// @param kind `good`, `warn` or `bad`
    /// @param link with its label; empty where there is nothing to look at
    /// @param since when mails stopped going out; empty while they do
    public record Health(String kind, String words, String link, String label, Optional<Instant> since) {
        Health(String kind, String words, String link, String label) {
            this(kind, words, link, label, Optional.empty());
        }
    }

    /// Whether mails have stopped going out.
    public boolean mailsStand() {
        return health.since().isPresent();
    }

    public long late() {
        return open.stream().filter(one -> frame.watch().isLate(one.due())).count();
    }
}
