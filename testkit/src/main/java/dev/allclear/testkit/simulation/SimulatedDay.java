package dev.allclear.testkit.simulation;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Outbox.Tally;
import dev.allclear.delivery.Subject;
import dev.allclear.delivery.Weight;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.testkit.Stories;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One day on which people must be told of outages while nodes die and freeze, the database goes away, clocks are set
/// and the mail server has moods. The same seed gives the same day, to the last mail.
///
/// At its end everybody must have heard the beginning and the end of each story, in order; nothing was doubled without
/// a reason; and what was counted is what is there.
public final class SimulatedDay {

    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration DAY = Duration.ofHours(2);
    private static final Duration REST = Duration.ofDays(3);
    private static final Duration QUIET = Duration.ofMinutes(20);
    private static final Manning MANNING = new Manning(3, 7, 6, Duration.ofSeconds(10), Duration.ofMinutes(5));

    /// What a day came to.
    ///
    /// @param wrongs what should not have happened; empty for a good day
    public record Result(long seed, int people, int mails, int doubles, int faults, List<String> wrongs) {}

    private final long seed;
    private final Store store;
    private final FaultyStore faulty;
    private final Chance chance;
    private final VirtualTime time = new VirtualTime(MORNING);
    private final MailServer server;
    private final List<PlayedNode> nodes = new ArrayList<>();
    private final List<Subscriber> people = new ArrayList<>();
    private final Set<EmailAddress> refused = new HashSet<>();
    private final Set<EmailAddress> dead = new HashSet<>();
    private final Set<SubscriberId> gone = new HashSet<>();
    private final Map<AnnouncementId, Announcement> announced = new HashMap<>();
    private final Map<AnnouncementId, Integer> order = new HashMap<>();
    private final Map<AnnouncementId, Duration> stopped = new HashMap<>();
    private final PageId page;
    private Duration databaseAwayUntil = Duration.ZERO;
    private boolean isCalm;
    private int faults;

    private SimulatedDay(long seed, Store store) {
        this.seed = seed;
        this.store = store;
        this.chance = new Chance(seed);
        this.faulty = new FaultyStore(
                store,
                () -> time.elapsed().compareTo(databaseAwayUntil) < 0,
                () -> !isCalm && chance.once(0.002) && fault());
        this.page = new PageId("day" + seed);
        this.server = new MailServer(time, chance, refused, dead);
    }

    /// @param store without a page of this seed's name
    public static Result of(long seed, Store store) {
        return new SimulatedDay(seed, store).play();
    }

    private Result play() {
        open();
        var count = chance.between(1, 3);
        for (var number = 0; number < count; number++) {
            var node = new PlayedNode(time, chance, this::node, MANNING.senders());
            nodes.add(node);
            node.start();
            scheduled(Duration.ofMinutes(12), () -> kill(node));
            scheduled(Duration.ofMinutes(15), () -> freeze(node));
        }
        scheduled(Duration.ofMinutes(20), this::loseDatabase);
        scheduled(Duration.ofMinutes(20), this::loseServer);
        scheduled(Duration.ofMinutes(40), this::setClock);
        scheduled(Duration.ofMinutes(40), this::lose);
        for (var story = chance.between(1, 3); story > 0; story--) {
            time.after(chance.between(Duration.ZERO, Duration.ofMinutes(80)), this::outage);
        }
        time.runUntil(DAY);
        isCalm = true;
        databaseAwayUntil = Duration.ZERO;
        server.good();
        // Until everything is done, in steps: a quiet day is over soon.
        for (var end = DAY; !unfinished().isEmpty() && end.compareTo(REST) < 0; end = end.plus(QUIET)) {
            time.runUntil(end.plus(QUIET));
        }
        return result();
    }

    private void open() {
        var shell = new Page(
                page,
                page.value(),
                "Fernhill",
                Optional.empty(),
                ZoneOffset.UTC,
                Language.ENGLISH,
                "#2f6f4f",
                Optional.empty(),
                MORNING.minus(Duration.ofDays(30)));
        for (var number = chance.between(1, 40); number > 0; number--) {
            var address = new EmailAddress("reader" + number + "@" + chance.oneOf(List.of("a", "b", "c")) + ".example");
            people.add(new Subscriber(
                    new SubscriberId(chance.id()),
                    page,
                    address,
                    new Standing.Confirmed(MORNING, "the link"),
                    Choice.EVERYTHING,
                    Language.ENGLISH,
                    Optional.empty(),
                    MORNING));
            if (chance.once(0.04)) {
                (chance.once(0.5) ? refused : dead).add(address);
            }
        }
        store.inTransaction(tx -> {
            tx.pages().add(shell);
            people.forEach(tx.subscribers()::save);
            return page;
        });
    }

    private Node node(Receipts receipts) {
        var signature = new Signature(new byte[32]);
        return new Node(
                faulty,
                time,
                time,
                chance,
                new Permalinks(URI.create("https://status.example.com"), signature),
                new AddressMarks(signature),
                List.of(Provider.unlimited("played", server)),
                receipts,
                MANNING);
    }

    /// Again and again through the day, at random times that lie so far apart in the middle.
    private void scheduled(Duration apart, Runnable fault) {
        time.after(chance.between(Duration.ZERO, apart.multipliedBy(2)), () -> {
            if (!isCalm) {
                fault.run();
                scheduled(apart, fault);
            }
        });
    }

    private boolean fault() {
        faults++;
        server.fault();
        return true;
    }

    private void kill(PlayedNode node) {
        fault();
        node.kill(chance.once(0.2));
        time.after(chance.between(Duration.ofMillis(100), Duration.ofSeconds(90)), node::start);
    }

    private void freeze(PlayedNode node) {
        fault();
        node.freeze(time.elapsed().plus(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(2))));
    }

    private void loseDatabase() {
        fault();
        databaseAwayUntil = time.elapsed().plus(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    private void loseServer() {
        server.away(time.elapsed().plus(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(10))));
    }

    private void setClock() {
        fault();
        time.step(Duration.ofSeconds(chance.between(-600, 600)));
    }

    /// Somebody leaves, or is erased.
    private void lose() {
        var one = chance.oneOf(people);
        if (gone.add(one.id())) {
            store.inTransaction(tx -> {
                if (chance.once(0.5)) {
                    tx.subscribers().erase(page, one.id());
                } else {
                    tx.subscribers().save(one.standing(new Standing.Left(time.instant(), "had enough")));
                }
                return one;
            });
        }
    }

    private void outage() {
        var began = MORNING.plus(time.elapsed());
        var critical = chance.once(0.3);
        var incident = Incident.declared(
                new IncidentId(chance.id()),
                page,
                "Card payments fail",
                critical ? Severity.CRITICAL : Severity.MAJOR,
                began,
                Stories.facts(),
                Map.of(),
                Stage.INVESTIGATING,
                words("Card payments fail."),
                began.plus(Duration.ofHours(1)));
        store.inTransaction(tx -> {
            tx.incidents().add(incident);
            announce(tx.outbox()::add, incident, critical ? Weight.ALARM : Weight.BEGINNING);
            return incident;
        });
        goOn(incident, 1, chance.between(0, 5));
    }

    private void goOn(Incident incident, long version, int more) {
        time.after(chance.between(Duration.ofMillis(200), Duration.ofMinutes(chance.once(0.5) ? 1 : 12)), () -> {
            var now = MORNING.plus(time.elapsed());
            var next = more > 0
                    ? incident.post(
                            Stage.IDENTIFIED, words("We know more: " + more), Map.of(), now.plus(Duration.ofHours(1)))
                    : incident.resolve(words("All is well."), now);
            store.inTransaction(tx -> {
                tx.incidents().save(next, version);
                announce(tx.outbox()::add, next, more > 0 ? Weight.PROGRESS : Weight.END);
                return next;
            });
            if (more > 0) {
                if (chance.once(0.05)) {
                    time.after(chance.between(Duration.ofMillis(50), Duration.ofSeconds(20)), () -> stop(next));
                }
                goOn(next, version + 1, more - 1);
            }
        });
    }

    private Words words(String text) {
        return new Words(new UpdateId(chance.id()), text, MORNING.plus(time.elapsed()), "Ines Brandt");
    }

    private void announce(Consumer<Announcement> outbox, Incident incident, Weight weight) {
        var subject = new Subject.OfIncident(incident.id(), incident.latest().id());
        var announcement = new Announcement(new AnnouncementId(chance.id()), page, subject, time.instant(), weight);
        order.put(announcement.id(), announced.size());
        announced.put(announcement.id(), announcement);
        outbox.accept(announcement);
        time.after(Duration.ofMillis(1), () -> nodes.forEach(PlayedNode::wake));
    }

    private void stop(Incident incident) {
        announced.values().stream()
                .filter(one -> one.subject()
                        .equals(new Subject.OfIncident(
                                incident.id(), incident.latest().id())))
                .findFirst()
                .ifPresent(one -> {
                    stopped.put(one.id(), time.elapsed());
                    store.inTransaction(tx -> {
                        tx.outbox().end(page, one.id());
                        return tx.deliveries()
                                .stop(page, one.id(), time.instant(), Optional.empty(), Integer.MAX_VALUE);
                    });
                });
    }

    private Result result() {
        var wrongs = new ArrayList<>(server.wrongs());
        wrongs.addAll(unfinished());
        wrongs.addAll(lost());
        wrongs.addAll(outOfOrder());
        wrongs.addAll(miscounted());
        var doubles = server.taken().size()
                - (int) server.taken().stream()
                        .map(MailServer.Taken::delivery)
                        .distinct()
                        .count();
        var allowed = server.unanswered() + faults * (MANNING.unwritten() + MANNING.senders());
        if (doubles > allowed) {
            wrongs.add(doubles + " mails were doubled, for which there is no reason");
        }
        return new Result(seed, people.size(), server.taken().size(), doubles, faults, wrongs);
    }

    private List<String> unfinished() {
        return store.reading(tx -> tx.outbox().recent(page, 1_000)).stream()
                .filter(one -> !one.fannedOut() || !one.tally().isDone())
                .map(one -> "announcement " + one.announcement().id().value() + " is still under way: " + one.tally())
                .toList();
    }

    /// Whoever is still there, and whose server takes mail, got the first and the last word of each story.
    private List<String> lost() {
        var reached = server.taken().stream().map(MailServer.Taken::delivery).collect(Collectors.toSet());
        return announced.values().stream()
                .filter(one -> one.weight() != Weight.PROGRESS && !stopped.containsKey(one.id()))
                .flatMap(one -> people.stream()
                        .filter(person -> !gone.contains(person.id())
                                && !refused.contains(person.address())
                                && !dead.contains(person.address()))
                        .filter(person -> !reached.contains(new DeliveryId(one.id(), person.id())))
                        .filter(person -> !isPutAside(one, person))
                        .map(person -> person.address().value() + " never heard the "
                                + one.weight().name().toLowerCase(Locale.ROOT) + " "
                                + one.id().value()))
                .toList();
    }

    /// We gave up, and say so: after three faults of ours, or when nobody ever answered.
    private boolean isPutAside(Announcement announcement, Subscriber person) {
        return store.reading(tx -> tx.deliveries().find(page, new DeliveryId(announcement.id(), person.id())))
                .filter(one ->
                        one.state() instanceof Delivery.State.Failed || one.state() instanceof Delivery.State.Unknown)
                .isPresent();
    }

    private List<String> outOfOrder() {
        var wrongs = new ArrayList<String>();
        var latest = new HashMap<String, Integer>();
        for (var mail : server.taken()) {
            var key = mail.by().value() + " " + mail.thread();
            var number = order.get(mail.delivery().announcement());
            if (number == null || number < latest.getOrDefault(key, -1)) {
                wrongs.add(key + " heard " + mail.delivery().value() + " after what came later, at " + mail.at());
            } else {
                latest.put(key, number);
            }
            var end = stopped.get(mail.delivery().announcement());
            if (end != null && mail.at().compareTo(end.plus(MANNING.lease()).plusSeconds(5)) > 0) {
                wrongs.add(key + " heard " + mail.delivery().value() + " long after it was stopped");
            }
        }
        return wrongs;
    }

    private List<String> miscounted() {
        return announced.keySet().stream().flatMap(this::miscounted).toList();
    }

    private Stream<String> miscounted(AnnouncementId id) {
        return store.reading(tx -> {
            var counted = tx.outbox().progress(page, id).orElseThrow().tally();
            var counts = new EnumMap<Delivery.Kind, Long>(Delivery.Kind.class);
            tx.deliveries()
                    .of(page, id, Set.of(), "", 0, 1_000)
                    .forEach(one -> counts.merge(one.state().kind(), 1L, Long::sum));
            var there = new Tally(counts);
            return counted.equals(there)
                    ? Stream.of()
                    : Stream.of(id.value() + ": counted " + counted + ", there " + there);
        });
    }
}
