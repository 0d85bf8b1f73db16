package dev.allclear.edge.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last events of a page, for readers whose connection broke. Never changed: replaced as a whole.
///
/// @param revision the newest that readers can know
/// @param events oldest first
record History(long revision, List<Event> events) {

    private static final int KEPT = 64;

    History with(Event event) {
        var all = new ArrayList<>(events.size() < KEPT ? events : events.subList(1, events.size()));
        all.add(event);
        return new History(event.revision(), List.copyOf(all));
    }

    /// What a reader has missed who says that it got as far as `lastEventId`; nothing for one who says nothing that we
    /// understand, since it has just loaded the page.
    List<Event> since(@Nullable String lastEventId) {
        var seen = revision(lastEventId);
        if (seen < 0 || seen == revision) {
            return List.of();
        }
        // A number from the future is from before a restore: what that reader shows may be anything.
        var complete = !events.isEmpty()
                && seen < revision
                && seen >= events.getFirst().revision() - 1;
        return complete
                ? events.stream().filter(event -> event.revision() > seen).toList()
                : List.of(Event.reset(revision));
    }

    private static long revision(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty() || lastEventId.length() > 18) {
            return -1;
        }
        return lastEventId.chars().allMatch(digit -> digit >= '0' && digit <= '9') ? Long.parseLong(lastEventId) : -1;
    }
}
