package dev.allclear.desk.console.incidents;

import dev.allclear.PageId;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.incidents.HomeView.Health;
import dev.allclear.transaction.Tx;
import java.util.List;

/// Says in one line how mailing goes, from the latest announcements.
record MailHealth(Room room) {

    private static final int LATEST = 20;

    Health of(Tx tx, PageId page) {
        if (room.keptMails().isPresent()) {
            return new Health(
                    "warn", "No mail server is set up: mails are kept here, not sent.", "/desk/mails", "Read them");
        }
        var latest = tx.outbox().recent(page, LATEST);
        var all = sum(latest, Kind.ALL);
        var failed = sum(latest, Kind.FAILED);
        var waiting = sum(latest, Kind.WAITING);
        var now = waiting == 0 ? "Nothing is waiting." : Words.count(waiting, "mail is", "mails are") + " waiting.";
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
