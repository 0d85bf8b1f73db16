package dev.allclear.desk.console.maintenance;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.desk.console.Words;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.util.Optional;
import java.util.Set;

/// How many subscribers a word about planned work will reach.
///
/// @param atMost whether there are too many to look at each of them
public record Audience(long count, boolean atMost) {

    private static final int PORTION = 1_000;
    private static final int COUNTED = 10_000;

    /// Those who asked for it, and those who were told of this work before: as the fan-out will choose.
    ///
    /// @param thread of the work; empty for a new one
    static Audience of(Tx tx, PageId page, Set<Area> areas, Optional<String> thread) {
        var all = tx.subscribers().confirmedCount(page);
        if (all > COUNTED) {
            return new Audience(all, true);
        }
        var catalogue = tx.catalogues().of(page).value();
        var count = 0L;
        Optional<SubscriberId> last = Optional.empty();
        while (true) {
            var portion = tx.subscribers().confirmedAfter(page, last, PORTION);
            var ids = portion.stream().map(Subscriber::id).toList();
            var told = thread.map(one -> tx.deliveries().toldOf(page, one, ids)).orElse(Set.of());
            count += portion.stream()
                    .filter(one ->
                            told.contains(one.id()) || one.choice().wants(Choice.Kind.MAINTENANCE, areas, catalogue))
                    .count();
            if (portion.size() < PORTION) {
                return new Audience(count, false);
            }
            last = Optional.of(portion.getLast().id());
        }
    }

    /// `Announce and mail 1,240 subscribers`
    public String after(String action) {
        return count == 0
                ? action + "; no subscriber wants it by mail"
                : action + " and mail " + (atMost ? "up to " : "") + Words.count(count, "subscriber", "subscribers");
    }
}
