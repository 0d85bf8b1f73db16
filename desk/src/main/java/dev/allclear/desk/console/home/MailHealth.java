package dev.allclear.desk.console.home;

import dev.allclear.PageId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.home.HomeView.Health;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Says in one line how mailing goes, from the latest announcements.
record MailHealth(Room room, Instant now) {

    private static final int LATEST = 20;
    private static final int LOOKED_AT = 50;

    /// So long a failed try is nothing to speak of: the next one comes by itself.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Health of(Tx tx, PageId page) {
        if (room.keptMails().isPresent()) {
            return new Health(
                    "warn",
                    "No mail server is set up: mails are kept here, not sent. Set ALLCLEAR_SMTP_URL to send them.",
                    "/desk/mails",
                    "Read them");
        }
        var latest = tx.outbox().recent(page, LATEST);
        var standing = standing(tx, latest).or(() -> silent(tx, latest));
        if (standing.isPresent()) {
            return standing.get();
        }
        var all = sum(latest, Kind.ALL);
        var failed = sum(latest, Kind.FAILED);
        var waiting = sum(latest, Kind.WAITING);
        var now = waiting == 0 ? "Nothing is waiting." : Words.count(waiting, "mail is", "mails are") + " waiting.";
        if (all > 0 && waiting == all) {
            return new Health("warn", now + " None has gone out yet.", "", "");
        }
        if (failed == 0) {
            return new Health("good", all == 0 ? "Nothing was mailed yet." : "Mail goes out. " + now, "", "");
        }
        var worst = latest.stream()
                .filter(one -> one.tally().failed() > 0)
                .findFirst()
                .orElseThrow();
        var link = "/desk/announcements/" + worst.announcement().id().value() + "?show=failed";
        return new Health(
                failed * 10 > all ? "bad" : "good",
                (failed * 10 > all ? "Many mails fail. " : "Mail goes out. ") + now,
                link,
                Words.number(failed) + " of the last " + Words.number(all) + " failed");
    }

    /// The newest mails wait although they were tried, and none of the same announcements got out.
    private Optional<Health> standing(Tx tx, List<Progress> latest) {
        var stuck = latest.stream()
                .filter(one -> one.tally().all() > 0)
                .takeWhile(one -> one.tally().waiting() > one.tally().sent())
                .filter(one -> !one.announcement().at().isAfter(now.minus(PATIENCE)))
                .toList();
        if (stuck.isEmpty()) {
            return Optional.empty();
        }
        var why = stuck.stream()
                .flatMap(one -> why(tx, one.announcement()).stream())
                .findFirst();
        var since = stuck.getLast().announcement();
        var waiting = sum(stuck, Kind.WAITING);
        return why.map(reason -> new Health(
                "bad",
                Words.count(waiting, "mail waits", "mails wait")
                        + "; they are tried again by themselves. The last try ended with: " + reason,
                "/desk/announcements/" + since.id().value() + "?show=waiting",
                "Who waits",
                Optional.of(since.at())));
    }

    /// While a mail server is out of reach the engine keeps what it would send in its hands: nothing waits in a row of
    /// its own, and nothing is accepted.
    private Optional<Health> silent(Tx tx, List<Progress> latest) {
        var before = now.minus(PATIENCE);
        var unfinished = latest.stream()
                .filter(one -> !one.fannedOut() && !one.stopped())
                .filter(one -> !begun(one).isAfter(before))
                .toList();
        if (unfinished.isEmpty()) {
            return Optional.empty();
        }
        var oldest = unfinished.getLast();
        var last = latest.stream()
                .flatMap(one -> lastAccepted(tx, one).stream())
                .max(Instant::compareTo)
                .filter(begun(oldest)::isBefore);
        if (last.filter(before::isBefore).isPresent()) {
            return Optional.empty();
        }
        var reason = unfinished.stream()
                .flatMap(one -> why(tx, one.announcement()).stream())
                .findFirst();
        return Optional.of(new Health(
                "bad",
                "No mail was taken over since; all are tried again by themselves."
                        + reason.map(why -> " The last try ended with: " + why).orElse(""),
                "/desk/announcements/" + oldest.announcement().id().value(),
                "How far it has come",
                Optional.of(last.orElse(begun(oldest)))));
    }

    private static Instant begun(Progress progress) {
        var announced = progress.announcement().at();
        return progress.heldUntil().filter(announced::isBefore).orElse(announced);
    }

    private static Optional<Instant> lastAccepted(Tx tx, Progress progress) {
        var announcement = progress.announcement();
        return progress.tally().sent() == 0
                ? Optional.empty()
                : tx.findings()
                        .pace(announcement.page(), announcement.id())
                        .last()
                        .map(announcement.at()::plus);
    }

    /// Why somebody who waits was not reached; of an engine whose hands are full nothing is known here.
    private static Optional<String> why(Tx tx, Announcement announcement) {
        return tx
                .deliveries()
                .of(announcement.page(), announcement.id(), Set.of(Delivery.Kind.WAITING), "", 0, LOOKED_AT)
                .stream()
                .flatMap(one -> one.state() instanceof Delivery.State.Waiting(var _, var why) && !why.isEmpty()
                        ? Stream.of(why)
                        : Stream.empty())
                .findFirst();
    }

    private enum Kind {
        ALL,
        FAILED,
        WAITING
    }

    private static long sum(List<Progress> latest, Kind kind) {
        return latest.stream()
                .map(Progress::tally)
                .mapToLong(tally -> switch (kind) {
                    case ALL -> tally.all();
                    case FAILED -> tally.failed();
                    case WAITING -> tally.waiting() + tally.sending();
                })
                .sum();
    }
}
