package dev.allclear.engine;

import dev.allclear.delivery.Delivery;
import java.util.List;

/// What was accepted and the database does not know yet, on this machine's own disk: a process that is killed finds it
/// again, and sends nothing twice but what was on the wire at that instant.
///
/// It is a help and never the truth: without it nobody is lost, and a little more is doubled.
public interface Receipts {

    /// @param portion the number of the portion that it belongs to; 0 for one of the queue
    /// @param fence as which the portion was held
    /// @param delivery that was accepted
    record Receipt(long portion, long fence, Delivery delivery) {}

    /// Kept when this returns, whatever becomes of this process.
    void add(Receipt receipt);

    /// Everything that was added so far is about to be written down: what comes from now on is kept apart.
    void turnOver();

    /// What was added before the last turning over is written down.
    void forget();

    /// What a process before this one left behind.
    List<Receipt> left();

    /// Where nothing is kept.
    Receipts NONE = new Receipts() {
        @Override
        public void add(Receipt receipt) {}

        @Override
        public void turnOver() {}

        @Override
        public void forget() {}

        @Override
        public List<Receipt> left() {
            return List.of();
        }
    };
}
