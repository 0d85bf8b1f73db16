package dev.allclear.testkit;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Subject;
import dev.allclear.delivery.Weight;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the contracts of portions share: pages with people, announcements, and short ways to their portions.
public interface OnPortions extends OnQueue {

    default PageId pageOf(int subscribers) {
        var page = Stories.opened(store()).id();
        change(tx -> IntStream.range(0, subscribers)
                .mapToObj(number -> Stories.subscriber(page, "reader", "reader" + number))
                .forEach(tx.subscribers()::save));
        return page;
    }

    default Announcement announced(PageId page, String incident, Weight weight) {
        var announcement = announcement(page, incident, weight);
        change(tx -> tx.outbox().add(announcement));
        return announcement;
    }

    default Announcement announcement(PageId page, String incident, Weight weight) {
        return new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                page,
                new Subject.OfIncident(new IncidentId(incident), new UpdateId(Stories.unique("update"))),
                Stories.NOW,
                weight);
    }

    default Optional<Portion> take(int size) {
        return take(size, Fanned.SOON);
    }

    default Optional<Portion> take(int size, Instant now) {
        return store().inTransaction(tx -> tx.portions().take(size, now, LEASE));
    }

    default void finish(Portion portion) {
        change(tx -> tx.portions().finish(portion));
    }

    default List<SubscriberId> people(Portion portion) {
        return look(tx -> tx.subscribers()
                        .confirmedWithin(portion.announcement().page(), portion.after(), portion.upto()))
                .stream()
                .map(one -> one.id())
                .toList();
    }

    default void add(Portion portion, State state) {
        var outcomes = outcomes(portion, state);
        change(tx -> tx.deliveries().add(portion, outcomes));
    }

    default List<Delivery> outcomes(Portion portion, State state) {
        var page = portion.announcement().page();
        return look(tx -> tx.subscribers().confirmedWithin(page, portion.after(), portion.upto())).stream()
                .map(one -> new Delivery(
                        portion.announcement().id(),
                        page,
                        portion.announcement().subject().thread(),
                        one.id(),
                        one.address(),
                        1,
                        state))
                .toList();
    }
}
