package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Delivery.Kind;
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
/// @param shown which outcomes: `waiting`, `sent`, `failed`, `why`, or empty for all
/// @param why the reason of those that are shown; empty where it isn't looked at
public record DeliveriesView(
        Frame frame,
        Picture picture,
        Breakdown breakdown,
        Topic topic,
        String search,
        String shown,
        String why,
        List<Filter> filters,
        List<Recipient> rows,
        Portion portion) {

    public List<Column> columns() {
        return List.of(
                Column.of("Address"), Column.of("Outcome"), new Column("When", "opt"), new Column("Tries", "opt num"));
    }

    public String path() {
        return "/desk/announcements/" + progress().announcement().id().value();
    }

    public Progress progress() {
        return picture.progress();
    }

    public boolean maySearch() {
        return frame.may(Permission.MANAGE_SUBSCRIBERS);
    }

    public boolean mayRetry() {
        return mayRetry(progress().tally().failed());
    }

    /// Whether what was never answered may be sent again: those that try it by themselves are over with that first.
    public boolean mayRetryUnanswered() {
        return mayRetry(progress().tally().of(Kind.UNKNOWN));
    }

    private boolean mayRetry(long deliveries) {
        return frame.mayPublish() && deliveries > 0 && !progress().stopped();
    }

    /// One person's own mail is nothing to stop.
    public boolean mayStop() {
        return progress().canBeStopped()
                && !(progress().announcement().subject() instanceof Subject.OfConfirmation)
                && !(progress().announcement().subject() instanceof Subject.OfReminder)
                && !(progress().announcement().subject() instanceof Subject.OfHandover);
    }

    /// Whether what else this person was sent can be looked up.
    public boolean linksTo(Recipient row) {
        var subject = progress().announcement().subject();
        return maySearch() && !row.isErased() && (subject.isForMany() || subject instanceof Subject.OfConfirmation);
    }

    /// What a search keeps of the address.
    public Map<String, String> kept() {
        return Map.of("show", shown);
    }
}
