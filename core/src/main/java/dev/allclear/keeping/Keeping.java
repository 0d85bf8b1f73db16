package dev.allclear.keeping;

import dev.allclear.Wake;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Looks whenever something falls due, and every few seconds: a promise may have been made meanwhile, or the clock been
/// set.
public final class Keeping implements AutoCloseable {

    private static final Duration NAP = Duration.ofSeconds(5);
    private static final Logger LOG = System.getLogger(Keeping.class.getName());

    private final List<Look> looks;
    private final InstantSource clock;
    private final Wake wake = new Wake();
    private final Thread loop = Thread.ofVirtual().name("promises").unstarted(this::loop);
    private volatile boolean closed;

    public Keeping(List<Look> looks, InstantSource clock) {
        this.looks = List.copyOf(looks);
        this.clock = clock;
    }

    public void start() {
        loop.start();
    }

    private void loop() {
        while (!closed) {
            try {
                wake.sleep(untilDue());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Duration untilDue() {
        return looks.stream().map(this::untilDue).min(Duration::compareTo).orElse(NAP);
    }

    private Duration untilDue(Look one) {
        try {
            return one.look()
                    .map(this::until)
                    .filter(wait -> wait.compareTo(NAP) < 0)
                    .orElse(NAP);
        } catch (Throwable broken) {
            // An Error too: a loop that ended would remind nobody any more, and nobody of it.
            LOG.log(
                    Level.ERROR,
                    "what falls due by itself stumbled and goes on in " + NAP.toSeconds() + " s; nothing is lost",
                    broken);
            return NAP;
        }
    }

    private Duration until(Instant due) {
        return Duration.between(clock.instant(), due);
    }

    public boolean isRunning() {
        return loop.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        wake.up();
        try {
            loop.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
