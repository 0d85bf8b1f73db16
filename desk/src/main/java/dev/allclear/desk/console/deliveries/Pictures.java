package dev.allclear.desk.console.deliveries;

import dev.allclear.PageId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Forecast;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Watch;
import dev.allclear.incident.Phase;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes pictures of announcements, often: how many subscribers there are is not counted each time.
final class Pictures {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Room room;
    private final Map<PageId, Counted> counted = new ConcurrentHashMap<>();

    Pictures(Room room) {
        this.room = room;
    }

    private record Counted(long confirmed, Instant at) {}

    Picture of(Tx tx, Progress progress, Watch watch) {
        var announcement = progress.announcement();
        var pace = tx.findings().pace(announcement.page(), announcement.id());
        var confirmed = progress.fannedOut() ? 0 : confirmed(tx, announcement.page(), watch.now());
        return new Picture(
                progress,
                pace,
                Forecast.of(progress, pace, confirmed, watch.now()),
                promised(tx, announcement),
                room.keptMails().isPresent(),
                watch);
    }

    private long confirmed(Tx tx, PageId page, Instant now) {
        var before = counted.get(page);
        if (before != null
                && !before.at().isAfter(now)
                && before.at().plus(FRESH).isAfter(now)) {
            return before.confirmed();
        }
        var fresh = new Counted(tx.subscribers().confirmedCount(page), now);
        counted.put(page, fresh);
        return fresh.confirmed();
    }

    private static Optional<Instant> promised(Tx tx, Announcement announcement) {
        return announcement.subject() instanceof Subject.OfIncident(var incident, var _)
                ? tx.incidents()
                        .find(announcement.page(), incident)
                        .flatMap(stored -> stored.value().phase() instanceof Phase.Open(var _, var due)
                                ? Optional.of(due)
                                : Optional.empty())
                : Optional.empty();
    }
}
