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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /// The next update of the same story, which nobody has looked at yet.
    Announcement announcedOnly() {
        return added(update(page, new IncidentId(thread())));
    }

    private AnnouncementId announce(Announcement what) {
        fanOut(added(what));
        return what.id();
    }

    private Announcement added(Announcement what) {
        return store.inTransaction(tx -> {
            tx.outbox().add(what);
            return what;
        });
    }

    /// Everybody in its only portion waits; the announcement is finished.
    public void fanOut(Announcement what) {
        store.inTransaction(tx -> {
            tx.portions()
                    .take(audience.size() + 1, SOON, Duration.ofMinutes(1))
                    .filter(portion -> portion.announcement().equals(what))
                    .ifPresent(portion -> {
                        tx.deliveries().add(portion, waiting(what));
                        tx.portions().finish(portion);
                    });
            return what;
        });
    }

    /// Everything that was announced reaches everybody who is subscribed, with this outcome.
    public static void tell(Store store, Instant now, Function<Subscriber, Delivery.State> outcome) {
        while (store.inTransaction(tx -> {
            var taken = tx.portions().take(1_000, now, Duration.ofMinutes(1));
            taken.ifPresent(portion -> {
                var what = portion.announcement();
                tx.deliveries()
                        .add(
                                portion,
                                tx.subscribers().confirmedWithin(what.page(), portion.after(), portion.upto()).stream()
                                        .map(one -> delivery(what, one, 1, outcome.apply(one)))
                                        .toList());
                tx.portions().finish(portion);
            });
            return taken.isPresent();
        })) {
            // One more was announced.
        }
    }

    private static Delivery delivery(Announcement what, Subscriber to, int attempts, Delivery.State state) {
        return new Delivery(what.id(), what.page(), what.subject().thread(), to.id(), to.address(), attempts, state);
    }

    private List<Delivery> waiting(Announcement what) {
        return audience.stream()
                .map(one -> delivery(what, one, 0, new Delivery.State.Waiting(what.at(), "")))
                .toList();
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
    public List<String> addresses(Set<Delivery.Kind> states, String part, int offset) {
        return store.reading(tx -> tx.deliveries().of(page, announcement.id(), states, part, offset, 10)).stream()
                .map(one -> one.address().value().replaceAll("@.*", ""))
                .toList();
    }

    public static Delivery with(Delivery one, Delivery.State state) {
        return one.in(state);
    }

    /// A tally that counts nothing else.
    public static Outbox.Tally counts(long waiting, long sending, long accepted, long failed) {
        var counts = new EnumMap<Delivery.Kind, Long>(Delivery.Kind.class);
        counts.put(Delivery.Kind.WAITING, waiting);
        counts.put(Delivery.Kind.SENDING, sending);
        counts.put(Delivery.Kind.ACCEPTED, accepted);
        counts.put(Delivery.Kind.FAILED, failed);
        counts.values().removeIf(count -> count == 0);
        return new Outbox.Tally(counts);
    }
}
