package dev.allclear.desk.console;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.operation.Listeners;
import dev.allclear.policy.Audience;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.util.Optional;
import java.util.Set;

/// How many subscribers will be mailed, in words.
///
/// @param atMost whether there are too many to look at each of them
/// @param hasSubscribers whether the page has any
public record Reach(long count, boolean atMost, boolean hasSubscribers) {

    /// @param thread of the incident or work; empty for a new one
    /// @param audience whom the policy names at its severity
    public static Reach of(
            Tx tx, PageId page, Choice.Kind kind, Set<Area> areas, Optional<String> thread, Audience audience) {
        var listeners = Listeners.of(tx, page, kind, areas, thread, audience);
        return new Reach(listeners.count(), listeners.atMost(), listeners.subscribers() > 0);
    }

    /// Ends a button's words: `Publish to the page` + ` and mail 1,240 subscribers`.
    public String after(String action) {
        return count == 0
                ? action + (hasSubscribers ? "; no subscriber wants it by mail" : "; nobody has subscribed yet")
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
