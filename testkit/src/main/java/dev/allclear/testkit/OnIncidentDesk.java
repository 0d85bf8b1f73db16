package dev.allclear.testkit;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.incident.EstimateChange;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Workaround;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.Revision;
import dev.allclear.operation.Word;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What the contracts of the front door for incidents share: a desk, and things to say at it.
public interface OnIncidentDesk extends OnDesk {

    /// A desk with a clock of its own.
    record Desk(SettableClock clock, IncidentDesk incidents) {}

    default Desk desk() {
        var clock = new SettableClock(Stories.NOW);
        return new Desk(clock, new IncidentDesk(store(), clock, Stories.entropy()));
    }

    default Optional<Stored<Incident>> found(PageId page, IncidentId id) {
        return look(tx -> tx.incidents().find(page, id));
    }

    static Word word(String text, Optional<Map<Area, State>> areas) {
        return new Word(Stage.IDENTIFIED, text, areas, Optional.empty());
    }

    static Revision revision() {
        return revision(Severity.CRITICAL);
    }

    static Revision revision(Severity severity) {
        return new Revision(
                "Card payments fail in all shops",
                severity,
                "Nobody can pay by card.",
                "Everybody who pays by card",
                new Workaround.NoneYet(),
                "We are testing a second network.",
                new RootCause.Unknown(),
                "",
                new EstimateChange.Confirm(Stories.NOW.plus(Duration.ofHours(2)), "Operations", ""));
    }
}
