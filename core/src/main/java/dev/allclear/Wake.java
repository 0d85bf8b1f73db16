package dev.allclear;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets a loop sleep until there is work or time is up, whichever comes first. Waking it many times wakes it once.
public final class Wake {

    private final Semaphore signal = new Semaphore(0);

    public void up() {
        signal.release();
    }

    /// @return true when it was woken, false when the time was up
    public boolean sleep(Duration atMost) throws InterruptedException {
        var woken = signal.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        signal.drainPermits();
        return woken;
    }
}
