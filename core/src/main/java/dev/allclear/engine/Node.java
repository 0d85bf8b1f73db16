package dev.allclear.engine;

import dev.allclear.Entropy;
import dev.allclear.delivery.Backoff;
import dev.allclear.delivery.Outcome;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// What one process does so that announcements reach people, step by step: it claims work and fills its tray with
/// letters, sends them, and writes down what became of them. `Engine` lets threads take the steps; a simulation takes
/// them one by one, in any order.
///
/// All that matters is in the database. Any number of nodes may work beside each other, be killed between any two steps
/// and be started again anywhere.
public final class Node {

    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Equipment equipment;
    private final Relay relay;
    private final Manning manning;
    private final Tray tray;
    private final Supply supply;
    private final Sender sender;
    private final Books books;

    /// @param steady a clock that only ever goes forward, in nanoseconds
    /// @param providers the preferred one first
    public Node(
            Store store,
            InstantSource clock,
            LongSupplier steady,
            Entropy entropy,
            Permalinks links,
            AddressMarks marks,
            List<Provider> providers,
            Receipts receipts,
            Manning manning) {
        this(store, clock, steady, entropy, links, marks, providers, receipts, Relay.NONE, manning);
    }

    /// @param relay to which it hands what is for many people
    public Node(
            Store store,
            InstantSource clock,
            LongSupplier steady,
            Entropy entropy,
            Permalinks links,
            AddressMarks marks,
            List<Provider> providers,
            Receipts receipts,
            Relay relay,
            Manning manning) {
        var writer = new LetterWriter(clock, links);
        var carriers = new Carriers(providers, store, clock, steady, entropy);
        var verdict = new Verdict(Backoff.USUAL, entropy);
        var strikeOff = new StrikeOff(store, clock, marks);
        this.equipment = new Equipment(store, clock, steady, writer, marks, carriers, verdict, strikeOff);
        this.relay = relay;
        this.manning = manning;
        this.tray = new Tray(receipts, manning.unwritten(), steady.getAsLong());
        this.supply = equipment.intake(tray, manning, new Handover(store, clock, relay));
        this.sender = equipment.sender(tray);
        this.books = new Bookkeeper(store, clock, steady, tray, receipts, manning.lease());
    }

    /// What is the same for everything that one process sends.
    private record Equipment(
            Store store,
            InstantSource clock,
            LongSupplier steady,
            LetterWriter writer,
            AddressMarks marks,
            Carriers carriers,
            Verdict verdict,
            StrikeOff strikeOff) {

        Intake intake(Tray tray, Manning manning, Handover handover) {
            return new Intake(store, clock, steady, writer, verdict, tray, marks, manning, handover);
        }

        Sender sender(Tray tray) {
            return new Sender(tray, carriers, verdict, strikeOff, clock, steady);
        }
    }

    /// What sends the letters that come over the relay, beside this node and over the same providers: it leaves alone
    /// whom this one leaves alone, and keeps their pace together with it.
    public Node ofRelay(Manning manned) {
        return new Node(equipment, relay, manned);
    }

    private Node(Equipment equipment, Relay relay, Manning manning) {
        var store = equipment.store();
        var clock = equipment.clock();
        var steady = equipment.steady();
        this.equipment = equipment;
        this.relay = Relay.NONE;
        this.manning = manning;
        this.tray = new Tray(Receipts.NONE, manning.unwritten(), steady.getAsLong());
        var intake = equipment.intake(tray, manning, new Handover(store, clock, Relay.NONE));
        this.supply = new RelayedIntake(store, clock, relay, intake, manning);
        this.sender = equipment.sender(tray);
        this.books = new RelayedBooks(store, clock, steady, tray, relay);
    }

    /// Before all else: what the process before this one sent is written down.
    public void catchUp() {
        books.catchUp();
    }

    /// Fills the tray, should it need that.
    ///
    /// @return false when there is nothing to do
    public boolean fill() {
        return supply.isNeeded() && supply.step();
    }

    void awaitNeed(Duration atMost) throws InterruptedException {
        tray.awaitRoom(manning.portion(), atMost.toNanos());
    }

    boolean isFull() {
        return !supply.isNeeded();
    }

    /// When something falls due that nobody will wake us for.
    Optional<Instant> nextDue() {
        if (relay.room() == Relay.Room.FULL) {
            return Optional.of(equipment.clock().instant().plus(MOMENT));
        }
        return equipment
                .store()
                .reading(tx -> Stream.concat(tx.deliveries().nextDue().stream(), tx.outbox().nextHeld().stream())
                        .min(Instant::compareTo));
    }

    /// Takes the next letter into hand.
    public Optional<Errand> begin() {
        return sender.begin();
    }

    /// Hands it to a provider. Blocks for as long as that takes.
    public Outcome carry(Errand errand) {
        return sender.carry(errand);
    }

    /// It has an outcome.
    public void end(Errand errand, Outcome outcome) {
        sender.end(errand, outcome);
    }

    /// A fault of ours came between.
    public void broke(Errand errand, Throwable bug) {
        sender.broke(errand, bug);
    }

    /// One letter, from taking it to its outcome.
    ///
    /// @return false when there is nothing to send
    boolean send() {
        var errand = sender.begin();
        errand.ifPresent(this::send);
        return errand.isPresent();
    }

    private void send(Errand errand) {
        try {
            sender.end(errand, sender.carry(errand));
        } catch (RuntimeException | Error bug) {
            sender.broke(errand, bug);
        }
    }

    void awaitLetters(Duration atMost) throws InterruptedException {
        tray.awaitLetters(atMost.toNanos());
    }

    /// Gives up letters that a channel does not give back.
    ///
    /// @return how many
    int giveUpStuck() {
        return sender.giveUp(manning.patience());
    }

    void awaitOutcomes(Duration atMost, Duration gather) throws InterruptedException {
        tray.awaitOutcomes(atMost.toNanos(), gather.toNanos());
    }

    /// Writes down what there is to write down, keeps what is ours, and hears what was stopped.
    ///
    /// @return false when there was nothing to do
    public boolean writeDown() {
        return books.step();
    }

    /// Hands out nothing further.
    void close() {
        tray.close();
    }

    /// Lets others take up at once what was not sent.
    void giveBack() {
        books.giveBack();
    }
}
