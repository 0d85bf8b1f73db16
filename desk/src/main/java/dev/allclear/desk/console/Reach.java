package dev.allclear.desk.console;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.policy.Audience;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.util.Optional;
import java.util.Set;

/// How many subscribers will be mailed.
///
/// @param atMost whether there are too many to look at each of them
public record Reach(long count, boolean atMost) {

    private static final int PORTION = 1_000;
    private static final int COUNTED = 10_000;

    /// Those who are written to about these areas, and those who heard of this before: as the fan-out will choose.
    ///
    /// @param thread of the incident or work; empty for a new one
    /// @param audience whom the policy names at its severity
    public static Reach of(
            Tx tx, PageId page, Choice.Kind kind, Set<Area> areas, Optional<String> thread, Audience audience) {
        var all = tx.subscribers().confirmedCount(page);
        if (all > COUNTED) {
            return new Reach(all, true);
        }
        var catalogue = tx.catalogues().of(page).value();
        var count = 0L;
        Optional<SubscriberId> last = Optional.empty();
        while (true) {
            var portion = tx.subscribers().confirmedAfter(page, last, PORTION);
            var told = thread.isEmpty()
                    ? Set.<SubscriberId>of()
                    : tx.deliveries()
                            .toldOf(
                                    page,
                                    thread.get(),
                                    portion.stream().map(Subscriber::id).toList());
            count += portion.stream()
                    .filter(one -> told.contains(one.id()) || audience.takesIn(one.choice(), kind, areas, catalogue))
                    .count();
            if (portion.size() < PORTION) {
                return new Reach(count, false);
            }
            last = Optional.of(portion.getLast().id());
        }
    }

    /// Ends a button's words: `Publish to the page` + ` and mail 1,240 subscribers`.
    public String after(String action) {
        return count == 0
                ? action + "; no subscriber wants it by mail"
                : action + " and mail " + (atMost ? "up to " : "") + Words.count(count, "subscriber", "subscribers");
    }

    /// `1,240 subscribers get the all-clear by mail`
    public String sentence(String what) {
        return count == 0
                ? "No subscriber gets " + what + " by mail"
                : (atMost ? "Up to " : "") + Words.number(count)
                        + (count == 1 ? " subscriber gets " : " subscribers get ") + what
                        + " by mail, in their language and time zone";
    }
}
