package dev.allclear.testkit;

import dev.allclear.PageId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Outbox;
import dev.allclear.journal.Entry;
import dev.allclear.people.Actor;
import dev.allclear.status.StateChange;
import java.util.List;

/// What all contracts of a front door share: somebody who acts, and a look at what a commit left behind.
public interface OnDesk extends OnStore {

    Actor INES = new Actor("Ines Brandt <ines@fernhill.example>");

    /// Everything that a front door writes together, or not at all.
    ///
    /// @param journal actions, oldest first
    /// @param announced oldest first
    /// @param revision counts what the public sees
    record Traces(List<String> journal, List<Announcement> announced, List<StateChange> states, long revision) {}

    default Traces traces(PageId page) {
        return look(tx -> new Traces(
                tx.journal().from(page, 1, 1_000).stream().map(Entry::action).toList(),
                tx.outbox().recent(page, 1_000).reversed().stream()
                        .map(Outbox.Progress::announcement)
                        .toList(),
                tx.states().since(page, Stories.NOW.minusSeconds(86_400)),
                tx.pages().revision(page)));
    }
}
