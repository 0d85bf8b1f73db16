package dev.allclear.engine;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox.Halt;
import dev.allclear.transaction.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What of the letters in a tray must not go out any more: what was stopped or replaced, and what is for people who
/// left or were erased since it was written.
///
/// @param gone whoever no longer listens
record Withdrawn(Map<AnnouncementId, Halt> halted, Map<PageId, Set<SubscriberId>> gone) {

    /// The letters that wait in a tray.
    ///
    /// @param listeners those who get what they subscribed to; colleagues and who has yet to confirm are not asked
    /// about
    record Letters(Set<AnnouncementId> announcements, Map<PageId, Set<SubscriberId>> listeners) {

        static final Letters NONE = new Letters(Set.of(), Map.of());

        static Letters of(Stream<Errand> waiting) {
            var announcements = new HashSet<AnnouncementId>();
            var listeners = new HashMap<PageId, Set<SubscriberId>>();
            waiting.forEach(errand -> {
                var delivery = errand.delivery();
                announcements.add(delivery.announcement());
                if (errand.letter().content().isNews()) {
                    listeners
                            .computeIfAbsent(delivery.page(), _ -> new HashSet<>())
                            .add(delivery.subscriber());
                }
            });
            return new Letters(announcements, listeners);
        }

        boolean isEmpty() {
            return announcements.isEmpty();
        }
    }

    /// Two looks by key, so that it may be asked each second.
    static Withdrawn of(Tx tx, Letters letters) {
        var gone = new HashMap<PageId, Set<SubscriberId>>();
        letters.listeners().forEach((page, people) -> {
            var missing = new HashSet<>(people);
            missing.removeAll(tx.subscribers().confirmedAmong(page, people));
            gone.put(page, missing);
        });
        return new Withdrawn(tx.outbox().halted(letters.announcements()), gone);
    }

    Optional<Halt> halt(Errand errand) {
        return Optional.ofNullable(halted.get(errand.delivery().announcement()));
    }

    boolean isForNobody(Errand errand) {
        var delivery = errand.delivery();
        return errand.letter().content().isNews()
                && gone.getOrDefault(delivery.page(), Set.of()).contains(delivery.subscriber());
    }
}
