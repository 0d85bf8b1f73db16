package dev.allclear.engine;

import dev.allclear.engine.Relay.Bag;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/// Gives what became of letters back to the relay that they came over; the database is told by the relay.
final class RelayedBooks implements Books {

    /// How soon a node hears that somebody stopped a message, or left.
    private static final Duration NEWS = Duration.ofSeconds(1);

    private final Store store;
    private final InstantSource clock;
    private final LongSupplier steady;
    private final Tray tray;
    private final Relay relay;
    private final Set<Claim> recalled = new HashSet<>();
    private long asked;

    RelayedBooks(Store store, InstantSource clock, LongSupplier steady, Tray tray, Relay relay) {
        this.store = store;
        this.clock = clock;
        this.steady = steady;
        this.tray = tray;
        this.relay = relay;
        this.asked = steady.getAsLong();
    }

    @Override
    public void catchUp() {
        // What was not given back stands in the relay as open.
    }

    @Override
    public boolean step() {
        var gaveBack = give();
        release();
        return listen() || gaveBack;
    }

    private boolean give() {
        var batch = tray.collect();
        if (batch.isEmpty()) {
            return false;
        }
        batch.byClaim().forEach((claim, outcomes) -> claim.bag().ifPresent(bag -> bag.ended(outcomes)));
        relay.flush();
        tray.written(batch);
        return true;
    }

    /// Nothing more of what was recalled is begun, and once nothing of it is under way, somebody else may have it.
    private void release() {
        for (var claim : tray.claims()) {
            claim.bag().filter(Bag::isRecalled).ifPresent(_ -> {
                tray.lost(claim);
                recalled.add(claim);
            });
        }
        var over = new ArrayList<>(recalled);
        over.removeIf(tray::hasUnderWay);
        over.forEach(claim -> claim.bag().ifPresent(Bag::released));
        recalled.removeAll(over);
    }

    private boolean listen() {
        var now = steady.getAsLong();
        var letters = tray.letters();
        if (now - asked < NEWS.toNanos() || letters.isEmpty()) {
            return false;
        }
        asked = now;
        tray.withdraw(store.reading(tx -> Withdrawn.of(tx, letters)), clock.instant());
        return true;
    }

    @Override
    public void giveBack() {
        try {
            while (give()) {
                // What the last letters came to.
            }
        } finally {
            recalled.addAll(tray.claims());
            recalled.forEach(claim -> claim.bag().ifPresent(Bag::released));
        }
    }
}
