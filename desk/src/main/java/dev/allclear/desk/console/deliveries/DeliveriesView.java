package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import dev.allclear.people.Permission;
import java.util.List;
import java.util.Map;

/// Who got one announcement.
///
/// @param shown which outcomes: `waiting`, `sent`, `failed`, or empty for all
public record DeliveriesView(
        Frame frame,
        Progress progress,
        Topic topic,
        String search,
        String shown,
        List<Filter> filters,
        List<Recipient> rows,
        Portion portion) {

    public List<Column> columns() {
        return List.of(
                Column.of("Address"), Column.of("Outcome"), new Column("When", "opt"), new Column("Tries", "opt num"));
    }

    public String path() {
        return "/desk/announcements/" + progress.announcement().id().value();
    }

    public String failedLink() {
        return frame.link(path()) + "?show=failed";
    }

    public boolean maySearch() {
        return frame.may(Permission.MANAGE_SUBSCRIBERS);
    }

    public boolean mayRetry() {
        return frame.mayPublish() && progress.tally().failed() > 0 && !progress.stopped();
    }

    /// One person's own mail is nothing to stop.
    public boolean mayStop() {
        return progress.canBeStopped()
                && !(progress.announcement().subject() instanceof Subject.OfConfirmation)
                && !(progress.announcement().subject() instanceof Subject.OfReminder)
                && !(progress.announcement().subject() instanceof Subject.OfHandover);
    }

    /// What a search keeps of the address.
    public Map<String, String> kept() {
        return Map.of("show", shown);
    }
}
