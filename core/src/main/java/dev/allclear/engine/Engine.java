package dev.allclear.engine;

import dev.allclear.PageId;
import dev.allclear.Wake;
import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Carries announcements to people: lets the threads of one node run. One fills the tray with letters, several send
/// them, one writes down what became of them.
public final class Engine implements CommitListener, AutoCloseable {

    /// How long a loop sleeps at most: another node may have announced something without waking us.
    private static final Duration NAP = Duration.ofSeconds(2);

    private static final Duration LEAST = Duration.ofMillis(100);

    /// So soon a sender looks again whether a pause is over.
    private static final Duration MOMENT = Duration.ofMillis(200);

    /// So soon what was stopped is heard of, when there is nothing to write down.
    private static final Duration LISTEN = Duration.ofMillis(500);

    /// Outcomes are gathered for so long before they are written down.
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private static final Logger LOG = System.getLogger(Engine.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final Node node;
    private final Wake work = new Wake();
    private final Thread filling;
    private final List<Thread> sending;
    private final Thread writing;
    private volatile boolean closed;
    private volatile boolean sent;

    /// @param senders how many letters are under way at once
    public Engine(Store store, InstantSource clock, Node node, int senders) {
        this.store = store;
        this.clock = clock;
        this.node = node;
        this.filling = loop(Thread.ofVirtual(), "intake", this::fill, () -> closed);
        this.sending = new CopyOnWriteArrayList<>(
                IntStream.rangeClosed(1, senders).mapToObj(this::sender).toList());
        this.writing = loop(Thread.ofVirtual(), "bookkeeper", this::writeDown, () -> sent);
    }

    private Thread sender(int number) {
        // Senders wait for the network most of the time, and a mail is four short waits: for these, platform threads
        // cost two thirds of what virtual ones do.
        return loop(Thread.ofPlatform().daemon(), "sender-" + number, this::send, () -> closed);
    }

    /// Before anything is sent, what the process before this one sent is written down.
    public void start() {
        node.catchUp();
        store.onCommit(this);
        loops().forEach(Thread::start);
    }

    private Stream<Thread> loops() {
        return Stream.concat(Stream.of(filling, writing), sending.stream());
    }

    @Override
    public void committed(Set<PageId> published, boolean announced) {
        if (announced) {
            work.up();
        }
    }

    private void fill() throws InterruptedException {
        if (node.isFull()) {
            node.awaitNeed(NAP);
        } else if (!node.fill()) {
            work.sleep(untilDue());
        }
    }

    private Duration untilDue() {
        return node.nextDue()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(NAP) < 0)
                // What is due and can't be taken yet is not asked for without a pause.
                .map(wait -> wait.compareTo(LEAST) > 0 ? wait : LEAST)
                .orElse(NAP);
    }

    private void send() throws InterruptedException {
        if (!node.send()) {
            node.awaitLetters(MOMENT);
        }
    }

    private void writeDown() throws InterruptedException {
        node.awaitOutcomes(LISTEN, GATHER);
        var _ = node.writeDown();
        replaceStuck();
    }

    /// A channel that never comes back costs a thread, and nobody else their news.
    private void replaceStuck() {
        for (var stuck = node.giveUpStuck(); stuck > 0; stuck--) {
            var another = sender(sending.size() + 1);
            sending.add(another);
            another.start();
        }
    }

    /// One step of a loop, which may wait for work.
    private interface Step {
        void take() throws InterruptedException;
    }

    private Thread loop(Thread.Builder kind, String name, Step step, BooleanSupplier over) {
        return kind.name(name).unstarted(() -> {
            while (!over.getAsBoolean()) {
                try {
                    step.take();
                } catch (InterruptedException stopped) {
                    return;
                } catch (Throwable broken) {
                    // An Error too: a loop that ended would tell nobody anything any more, and nobody of it.
                    LOG.log(
                            Level.ERROR,
                            name + " stumbled and goes on in " + NAP.toSeconds() + " s; nothing is lost",
                            broken);
                    pause();
                }
            }
        });
    }

    private void pause() {
        try {
            work.sleep(NAP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether everything that carries announcements is at work.
    public boolean isRunning() {
        return loops().allMatch(Thread::isAlive);
    }

    /// Lets the letters under way finish, for a while, and gives back what was not begun.
    @Override
    public void close() {
        closed = true;
        work.up();
        node.close();
        end(Stream.concat(Stream.of(filling), sending.stream()).toList());
        sent = true;
        end(List.of(writing));
        try {
            node.giveBack();
        } catch (RuntimeException broken) {
            LOG.log(
                    Level.WARNING,
                    "could not give back what was not sent; it is taken up when its lease is over",
                    broken);
        }
    }

    private static void end(List<Thread> loops) {
        var patience = STOP_WITHIN;
        for (var loop : loops) {
            try {
                if (loop.isAlive() && !loop.join(patience)) {
                    LOG.log(Level.WARNING, "{0} is still busy; what it was at is done again later", loop.getName());
                    loop.interrupt();
                    patience = Duration.ofSeconds(1);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
