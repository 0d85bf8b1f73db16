package dev.allclear.operation;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.incident.Incident;
import dev.allclear.policy.Audience;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How many subscribers will be written to, chosen as the fan-out will choose them.
///
/// @param atMost whether there are too many to look at each of them
/// @param subscribers how many the page has at all
public record Listeners(long count, boolean atMost, long subscribers) {

    private static final int PORTION = 1_000;
    private static final int COUNTED = 10_000;

    /// Those who will be told of the latest word about it.
    static Listeners of(Tx tx, Incident incident, Audience audience) {
        var thread = Optional.of(incident.id().value());
        return of(tx, incident.page(), Choice.Kind.INCIDENTS, incident.everAffected(), thread, audience);
    }

    /// Those who are written to about these areas, and those who heard of this before.
    ///
    /// @param thread of the incident or work; empty for a new one
    /// @param audience whom the policy names at its severity
    public static Listeners of(
            Tx tx, PageId page, Choice.Kind kind, Set<Area> areas, Optional<String> thread, Audience audience) {
        var all = tx.subscribers().confirmedCount(page);
        if (all == 0 || (audience == Audience.NOBODY && thread.isEmpty())) {
            return new Listeners(0, false, all);
        }
        if (all > COUNTED) {
            return new Listeners(all, true, all);
        }
        var catalogue = tx.catalogues().of(page).value();
        var count = 0L;
        Optional<SubscriberId> last = Optional.empty();
        while (true) {
            var portion = tx.subscribers().confirmedAfter(page, last, PORTION);
            var told =
                    told(tx, page, thread, portion.stream().map(Subscriber::id).toList());
            count += portion.stream()
                    .filter(one -> told.contains(one.id()) || audience.takesIn(one.choice(), kind, areas, catalogue))
                    .count();
            if (portion.size() < PORTION) {
                return new Listeners(count, false, all);
            }
            last = Optional.of(portion.getLast().id());
        }
    }

    private static Set<SubscriberId> told(Tx tx, PageId page, Optional<String> thread, List<SubscriberId> portion) {
        return thread.map(of -> tx.deliveries().toldOf(page, of, portion)).orElse(Set.of());
    }
}
