package dev.allclear.engine;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Deliveries.Earlier;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outbox.Halt;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Subject;
import dev.allclear.engine.Errand.Ended;
import dev.allclear.engine.LetterWriter.News;
import dev.allclear.engine.Recipients.Recipient;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.suppression.Suppression;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Claims work and fills the tray with letters: people of a portion who are told for the first time, and by turns those
/// of the queue whom a first try did not reach.
final class Intake implements Supply {

    static final String STOPPED = "stopped before it was sent";
    static final String LEFT = "the person has unsubscribed meanwhile";

    /// One that comes behind an earlier message of the same story is looked at again then, should nobody call it.
    private static final Duration BEHIND = Duration.ofSeconds(10);

    /// A portion that was lost so often holds something that ends whoever touches it: its people are queued one by one,
    /// so that it shows whose letter it is.
    private static final int LOSSES = 3;

    private final Store store;
    private final InstantSource clock;
    private final LongSupplier steady;
    private final LetterWriter writer;
    private final Verdict verdict;
    private final Tray tray;
    private final AddressMarks marks;
    private final Manning manning;
    private final Handover handover;
    private boolean queueFirst;

    Intake(
            Store store,
            InstantSource clock,
            LongSupplier steady,
            LetterWriter writer,
            Verdict verdict,
            Tray tray,
            AddressMarks marks,
            Manning manning,
            Handover handover) {
        this.store = store;
        this.clock = clock;
        this.steady = steady;
        this.writer = writer;
        this.verdict = verdict;
        this.tray = tray;
        this.marks = marks;
        this.manning = manning;
        this.handover = handover;
    }

    @Override
    public boolean isNeeded() {
        return tray.waiting() < manning.portion();
    }

    @Override
    public boolean step() {
        queueFirst = !queueFirst;
        return queueFirst ? queued() || portion() : portion() || queued();
    }

    private boolean portion() {
        if (handover.isFull()) {
            return false;
        }
        var heldUntil = steady.getAsLong() + manning.lease().toNanos();
        var taken = store.inTransaction(tx -> tx.portions().take(manning.portion(), clock.instant(), manning.lease()));
        taken.ifPresent(portion -> fill(portion, heldUntil));
        return taken.isPresent();
    }

    /// What is found out about the people of a portion.
    record Plan(List<Told> told, List<Earlier> replaced, List<Delivery> behind) {}

    private void fill(Portion portion, long heldUntil) {
        if (handover.takes(portion)) {
            handover.of(portion);
            return;
        }
        var plan = store.reading(
                tx -> plan(tx, portion.announcement(), Recipients.of(tx, portion, clock.instant()), halt(tx, portion)));
        put(plan, portion.fence() > LOSSES, people -> Claim.of(portion, heldUntil, people));
    }

    /// Somebody may have stopped it while it was in hands that did not hear of it.
    private static Optional<Halt> halt(Tx tx, Portion portion) {
        if (portion.isReplaced()) {
            return Optional.of(Halt.REPLACED);
        }
        var announcement = portion.announcement().id();
        return portion.isFresh()
                ? Optional.empty()
                : Optional.ofNullable(tx.outbox().halted(Set.of(announcement)).get(announcement));
    }

    /// @param oneByOne whether letters are queued, so that it shows which of them does harm
    /// @param claimed the claim for so many people
    void put(Plan plan, boolean oneByOne, IntFunction<Claim> claimed) {
        var behind = superseded(plan);
        var now = clock.instant();
        var decided = new ArrayList<Delivery>();
        var letters = new ArrayList<Told.Ready>();
        for (var told : plan.told()) {
            switch (told) {
                case Told.Decided(var delivery) -> decided.add(delivery);
                case Told.Ready ready
                when behind.contains(ready.delivery().subscriber()) ->
                    decided.add(waits(ready.delivery(), now.plus(BEHIND), "waits for the message before it"));
                case Told.Ready ready
                when oneByOne -> decided.add(waits(ready.delivery(), now, "begun again and again; now one by one"));
                case Told.Ready ready -> letters.add(ready);
            }
        }
        var claim = claimed.apply(decided.size() + letters.size());
        put(claim, letters, decided);
    }

    private static Delivery waits(Delivery delivery, Instant due, String why) {
        return new Delivery(
                delivery.announcement(),
                delivery.page(),
                delivery.thread(),
                delivery.subscriber(),
                delivery.address(),
                0,
                new State.Waiting(due, why));
    }

    private void put(Claim claim, List<Told.Ready> letters, List<Delivery> decided) {
        tray.put(
                claim,
                letters.stream()
                        .map(ready -> new Errand(claim, ready.delivery(), ready.letter()))
                        .toList(),
                decided.stream().map(delivery -> new Ended(claim, delivery, 1)).toList());
    }

    /// @param halt why nothing of it is sent any more
    Plan plan(Tx tx, Announcement announcement, List<Recipient> recipients, Optional<Halt> halt) {
        var people = recipients.stream().map(Recipient::id).toList();
        var earlier = tx.deliveries().unfinished(announcement, people);
        var news = writer.about(tx, announcement);
        var suppressed = suppressed(tx, announcement.page(), recipients);
        var told = recipients.stream()
                .map(one -> told(
                        first(announcement, one),
                        one,
                        news,
                        halt.map(this::halted).or(() -> why(suppressed, one))))
                .toList();
        var replaces = announcement.subject() instanceof Subject.OfIncident;
        return new Plan(
                told,
                earlier.stream().filter(one -> replaces && one.isReplaceable()).toList(),
                earlier.stream()
                        .filter(one -> !replaces || !one.isReplaceable())
                        .map(Earlier::delivery)
                        .toList());
    }

    private static Delivery first(Announcement announcement, Recipient to) {
        return new Delivery(
                announcement.id(),
                announcement.page(),
                announcement.subject().thread(),
                to.id(),
                to.address(),
                1,
                new State.Sending(announcement.at()));
    }

    /// What comes of one recipient: a letter, or an outcome without one.
    sealed interface Told {
        Delivery delivery();

        default SubscriberId to() {
            return delivery().subscriber();
        }

        record Ready(Delivery delivery, Letter letter) implements Told {}

        record Decided(Delivery delivery) implements Told {}
    }

    private Map<EmailAddress, Suppression> suppressed(Tx tx, PageId page, Collection<Recipient> recipients) {
        // A colleague who must be called is called.
        var addresses = recipients.stream()
                .filter(one -> one.subscriber().isPresent())
                .map(Recipient::address)
                .toList();
        return marks.among(tx.suppressions(), page, addresses);
    }

    private Optional<State> why(Map<EmailAddress, Suppression> suppressed, Recipient to) {
        return Optional.ofNullable(suppressed.get(to.address()))
                .filter(_ -> to.subscriber().isPresent())
                .map(one -> new State.Suppressed(
                        clock.instant(), one.reason().key() + (one.detail().isEmpty() ? "" : ": " + one.detail())));
    }

    private State halted(Halt halt) {
        return switch (halt) {
            case STOPPED -> new State.Failed(clock.instant(), STOPPED);
            case REPLACED -> new State.Superseded(clock.instant());
        };
    }

    /// @param decided what is known without a letter
    private Told told(Delivery delivery, Recipient to, Optional<News> news, Optional<State> decided) {
        return decided.or(() -> pointless(to, news, clock.instant()))
                .<Told>map(state -> new Told.Decided(delivery.in(state)))
                .orElseGet(() -> written(delivery, () -> letter(news.orElseThrow(), to, delivery)));
    }

    private static Optional<State> pointless(Recipient to, Optional<News> news, Instant now) {
        if (news.isEmpty()) {
            return Optional.of(new State.Failed(now, "what it was about is gone"));
        }
        var hasLeft = to.subscriber()
                .filter(subscriber -> !subscriber.isConfirmed() && !news.get().isForUnconfirmed())
                .isPresent();
        var pauses = to.subscriber()
                .filter(subscriber -> subscriber.isPaused(now) && !news.get().isForUnconfirmed())
                .isPresent();
        return hasLeft || pauses
                ? Optional.of(new State.Suppressed(now, hasLeft ? LEFT : "the person pauses"))
                : Optional.empty();
    }

    private static Letter letter(News news, Recipient to, Delivery delivery) {
        return to.subscriber()
                .map(subscriber -> news.to(subscriber, delivery))
                .orElseGet(() -> news.toPerson(delivery));
    }

    /// One bad letter must not keep the others.
    private Told written(Delivery delivery, Supplier<Letter> letter) {
        try {
            return new Told.Ready(delivery, letter.get());
        } catch (RuntimeException bug) {
            return new Told.Decided(delivery.in(verdict.broken(delivery, bug, clock.instant())));
        }
    }

    /// A newer update of an incident takes the place of one that somebody has not got yet. Where the older one is being
    /// sent at this moment, the newer comes behind it.
    ///
    /// @return those who must get something else first
    private Set<SubscriberId> superseded(Plan plan) {
        var behind =
                new HashSet<>(plan.behind().stream().map(Delivery::subscriber).toList());
        if (!plan.replaced().isEmpty()) {
            var older = plan.replaced().stream().map(Earlier::delivery).toList();
            var gone = store.inTransaction(tx -> tx.deliveries().supersede(older, clock.instant()));
            older.stream().filter(one -> !gone.contains(one.id())).forEach(one -> behind.add(one.subscriber()));
        }
        return behind;
    }

    private boolean queued() {
        var heldUntil = steady.getAsLong() + manning.lease().toNanos();
        var claimed = store.inTransaction(
                tx -> tx.deliveries().claim(manning.portion(), verdict.tries(), clock.instant(), manning.lease()));
        if (claimed.isEmpty()) {
            return false;
        }
        var told = store.reading(tx -> again(tx, claimed));
        var letters = new ArrayList<Told.Ready>();
        var decided = new ArrayList<Delivery>();
        for (var one : told) {
            switch (one) {
                case Told.Ready ready -> letters.add(ready);
                case Told.Decided(var delivery) -> decided.add(delivery);
            }
        }
        put(Claim.of(claimed, heldUntil), letters, decided);
        return true;
    }

    private List<Told> again(Tx tx, List<Delivery> claimed) {
        var byAnnouncement = claimed.stream().collect(Collectors.groupingBy(Delivery::announcement));
        var halted = tx.outbox().halted(byAnnouncement.keySet());
        var told = new ArrayList<Told>();
        byAnnouncement.values().forEach(deliveries -> {
            var first = deliveries.getFirst();
            var announcement = tx.outbox().find(first.page(), first.announcement());
            var news = announcement.flatMap(one -> writer.about(tx, one));
            var recipients = recipients(tx, deliveries);
            var halt = Optional.ofNullable(halted.get(first.announcement())).map(this::halted);
            var suppressed = suppressed(tx, first.page(), recipients.values());
            for (var delivery : deliveries) {
                told.add(Optional.ofNullable(recipients.get(delivery.subscriber()))
                        .map(to -> told(delivery, to, news, halt.or(() -> why(suppressed, to))))
                        .orElseGet(() -> new Told.Decided(
                                delivery.in(new State.Suppressed(clock.instant(), "the person is gone")))));
            }
        });
        return told;
    }

    private static Map<SubscriberId, Recipient> recipients(Tx tx, Collection<Delivery> deliveries) {
        var found = new HashMap<SubscriberId, Recipient>();
        var page = deliveries.iterator().next().page();
        var people = deliveries.stream().map(Delivery::subscriber).toList();
        for (Subscriber one : tx.subscribers().findAll(page, people)) {
            found.put(one.id(), Recipient.of(one));
        }
        people.stream()
                .filter(id -> !found.containsKey(id))
                .forEach(id -> Recipients.person(tx, id).ifPresent(one -> found.put(id, one)));
        return found;
    }
}
