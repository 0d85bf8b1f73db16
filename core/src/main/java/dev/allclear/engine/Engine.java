package dev.allclear.engine;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Wake;
import dev.allclear.delivery.Backoff;
import dev.allclear.delivery.Channel;
import dev.allclear.transaction.CommitListener;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Carries announcements to people: one loop decides who must hear, some loops send. All they know is in the database,
/// so they may be killed at any instant and started again anywhere.
public final class Engine implements CommitListener, AutoCloseable {

    /// How long a loop sleeps at most: another node may have announced something without waking us.
    private static final Duration NAP = Duration.ofSeconds(5);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private static final Logger LOG = System.getLogger(Engine.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final FanOut fanOut;
    private final Dispatch dispatch;
    private final List<Wake> wakes = new ArrayList<>();
    private final List<Thread> loops = new ArrayList<>();
    private volatile boolean closed;

    /// @param senders how many batches are under way at once
    /// @param batch how many letters are sent side by side, and at the most doubled by a crash, per sender
    /// @param lease how long a batch is its sender's alone. Sends that take nearly as long are ended and tried again,
    /// so
    /// it must be longer than a send usually takes, with all that it waits for
    public Engine(
            Store store,
            InstantSource clock,
            Entropy entropy,
            Permalinks links,
            Channel channel,
            int senders,
            int batch,
            Duration lease) {
        this.store = store;
        this.clock = clock;
        this.fanOut = new FanOut(store, clock);
        this.dispatch = new Dispatch(
                store, clock, entropy, new LetterWriter(store, clock, links), channel, Backoff.USUAL, batch, lease);
        addLoop("fan-out", this::fanOut);
        for (var sender = 1; sender <= senders; sender++) {
            addLoop("sender-" + sender, this::dispatch);
        }
    }

    public void start() {
        store.onCommit(this);
        loops.forEach(Thread::start);
    }

    @Override
    public void committed(Set<PageId> published, boolean announced) {
        if (announced) {
            wakes.forEach(Wake::up);
        }
    }

    /// One step of a loop; false when there is nothing to do.
    private interface Step {
        boolean take() throws InterruptedException;
    }

    private boolean fanOut() {
        var worked = fanOut.step();
        if (worked) {
            wakes.forEach(Wake::up);
        }
        return worked;
    }

    private boolean dispatch() throws InterruptedException {
        return dispatch.step();
    }

    private void addLoop(String name, Step step) {
        var wake = new Wake();
        wakes.add(wake);
        loops.add(Thread.ofVirtual().name(name).unstarted(() -> loop(name, step, wake)));
    }

    private void loop(String name, Step step, Wake wake) {
        while (!closed) {
            try {
                if (!step.take()) {
                    wake.sleep(untilDue());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable broken) {
                // An Error too: a loop that ended would tell nobody anything any more, and nobody of it.
                LOG.log(
                        Level.ERROR,
                        name + " stumbled and goes on in " + NAP.toSeconds() + " s; nothing is lost",
                        broken);
                pause(wake);
            }
        }
    }

    private Duration untilDue() {
        return store.reading(tx -> Stream.concat(tx.deliveries().nextDue().stream(), tx.outbox().nextHeld().stream())
                        .min(Instant::compareTo))
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(NAP) < 0)
                .orElse(NAP);
    }

    private static void pause(Wake wake) {
        try {
            wake.sleep(NAP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether everything that carries announcements is at work.
    public boolean isRunning() {
        return loops.stream().allMatch(Thread::isAlive);
    }

    /// Lets the batches under way finish, for a while; what isn't finished then is taken up again at the next start.
    @Override
    public void close() {
        closed = true;
        wakes.forEach(Wake::up);
        for (var loop : loops) {
            try {
                if (loop.isAlive() && !loop.join(STOP_WITHIN)) {
                    loop.interrupt();
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
