package dev.allclear.testkit;

import dev.allclear.PageId;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An announcement at `NOW` that has become a delivery for each of some people.
public record Fanned(Store store, PageId page, List<Subscriber> audience, Announcement announcement) {

    /// A little after everything became due.
    public static final Instant SOON = Stories.NOW.plusSeconds(1);

    /// @param names what stands before the @ in their addresses
    public static Fanned to(Store store, String... names) {
        var page = Stories.opened(store).id();
        var audience = Stream.of(names)
                .map(name -> Stories.subscriber(page, "reader", name))
                .toList();
        store.inTransaction(tx -> {
            audience.forEach(tx.subscribers()::save);
            return page;
        });
        var story = new Fanned(store, page, audience, update(page, new IncidentId(Stories.unique("incident"))));
        story.announce(story.announcement);
        return story;
    }

    /// The next update of the same story, to the same people.
    public AnnouncementId announceMore() {
        return announce(update(page, new IncidentId(thread())));
    }

    /// Another story, to the same people.
    public AnnouncementId another() {
        return announce(update(page, new IncidentId(Stories.unique("incident"))));
    }

    private static Announcement update(PageId page, IncidentId incident) {
        return new Announcement(
                new AnnouncementId(Stories.unique("announcement")),
                page,
                new Subject.OfIncident(incident, new UpdateId(Stories.unique("update"))),
                Stories.NOW);
    }

    private AnnouncementId announce(Announcement what) {
        store.inTransaction(tx -> {
            tx.outbox().add(what);
            return what;
        });
        fanOut(what);
        return what.id();
    }

    public void fanOut(Announcement what) {
        store.inTransaction(tx -> {
            tx.deliveries()
                    .add(audience.stream()
                            .map(one -> Delivery.waiting(what, one.id(), one.address()))
                            .toList());
            return what;
        });
    }

    public String thread() {
        return announcement.subject().thread();
    }

    public List<SubscriberId> people() {
        return audience.stream().map(Subscriber::id).toList();
    }

    public Outbox.Tally tally() {
        return store.reading(tx -> tx.outbox().progress(page, announcement.id()))
                .orElseThrow()
                .tally();
    }

    /// What stands before the @ of those that are listed.
    public List<String> addresses(Set<String> states, String part, int offset) {
        return store.reading(tx -> tx.deliveries().of(page, announcement.id(), states, part, offset, 10)).stream()
                .map(one -> one.address().value().replaceAll("@.*", ""))
                .toList();
    }

    public static Delivery with(Delivery one, Delivery.State state) {
        return new Delivery(
                one.id(),
                one.announcement(),
                one.page(),
                one.thread(),
                one.subscriber(),
                one.address(),
                one.attempts(),
                state);
    }
}
