package dev.allclear.engine;

import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Portion;
import dev.allclear.engine.Receipts.Receipt;
import dev.allclear.engine.Withdrawn.Letters;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Writes down what became of letters, keeps what is ours from being taken over, and hears what is not to be sent any
/// more. All of it in one transaction for many letters.
final class Bookkeeper implements Books {

    /// How soon a node hears that somebody stopped a message, or left.
    private static final Duration NEWS = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(Bookkeeper.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final LongSupplier steady;
    private final Tray tray;
    private final Receipts receipts;
    private final Duration lease;
    private long asked;

    Bookkeeper(Store store, InstantSource clock, LongSupplier steady, Tray tray, Receipts receipts, Duration lease) {
        this.store = store;
        this.clock = clock;
        this.steady = steady;
        this.tray = tray;
        this.receipts = receipts;
        this.lease = lease;
        this.asked = steady.getAsLong() - NEWS.toNanos();
    }

    /// Writes down what a process before this one left behind. Before anything is claimed.
    @Override
    public void catchUp() {
        var left = receipts.left();
        if (!left.isEmpty()) {
            // Each by itself: what holds several portions at once might wait for somebody who waits for us.
            left.forEach(receipt -> store.inTransaction(tx -> {
                writeDown(tx, receipt);
                return receipt;
            }));
            LOG.log(
                    Level.INFO,
                    "{0} deliveries were sent and not written down when we stopped; they are now",
                    left.size());
        }
        receipts.turnOver();
        receipts.forget();
    }

    private static void writeDown(Tx tx, Receipt receipt) {
        var sent = List.of(receipt.delivery());
        if (receipt.portion() == 0) {
            tx.deliveries().record(sent);
        } else {
            tx.outbox()
                    .find(receipt.delivery().page(), receipt.delivery().announcement())
                    .map(announcement -> portion(announcement, receipt))
                    .ifPresent(portion -> tx.deliveries().add(portion, sent));
        }
    }

    private static Portion portion(Announcement announcement, Receipt receipt) {
        return new Portion(
                announcement,
                receipt.portion(),
                Optional.empty(),
                Optional.empty(),
                receipt.fence(),
                Instant.EPOCH,
                false);
    }

    @Override
    public boolean step() {
        var now = steady.getAsLong();
        var batch = tray.collect();
        var toKeep = tray.claims().stream()
                .filter(claim -> claim.heldUntil() - now < lease.toNanos() * 2 / 3)
                .toList();
        var listens = now - asked >= NEWS.toNanos();
        var letters = listens ? tray.letters() : Letters.NONE;
        if (batch.isEmpty() && toKeep.isEmpty() && letters.isEmpty()) {
            return false;
        }
        var kept = new HashMap<Claim, Boolean>();
        var withdrawn = store.inTransaction(tx -> {
            toKeep.forEach(claim -> kept.put(claim, keep(tx, claim)));
            batch.byClaim()
                    .forEach((claim, outcomes) -> kept.merge(claim, add(tx, claim, outcomes), Boolean::logicalAnd));
            batch.over().forEach(claim -> claim.portion().ifPresent(tx.portions()::finish));
            return Withdrawn.of(tx, letters);
        });
        tray.written(batch);
        toKeep.stream()
                .filter(claim -> kept.getOrDefault(claim, false))
                .forEach(claim -> tray.kept(claim, now + lease.toNanos()));
        kept.entrySet().stream()
                .filter(one -> !one.getValue())
                .map(Map.Entry::getKey)
                .filter(tray::holds)
                .forEach(this::lose);
        if (listens) {
            asked = now;
            tray.withdraw(withdrawn, clock.instant());
        }
        return true;
    }

    private void lose(Claim claim) {
        LOG.log(Level.WARNING, "somebody else took over what we were at; we leave it to them");
        tray.lost(claim);
    }

    private static boolean add(Tx tx, Claim claim, List<Delivery> outcomes) {
        if (claim.portion().isPresent()) {
            return tx.deliveries().add(claim.portion().get(), outcomes);
        }
        tx.deliveries().record(outcomes);
        return true;
    }

    private boolean keep(Tx tx, Claim claim) {
        if (claim.portion().isPresent()) {
            return tx.portions().keep(claim.portion().get(), clock.instant(), lease);
        }
        // Those that are somebody else's by now stay as they are. Which they are we don't ask: the whole is left to
        // others then, and what was sent of it is told apart by the count of tries.
        return tx.deliveries().keep(claim.queued(), clock.instant(), lease) >= claim.open();
    }

    @Override
    public void giveBack() {
        while (step()) {
            // What the last letters came to.
        }
        var claims = tray.claims();
        store.inTransaction(tx -> {
            claims.forEach(claim -> claim.portion()
                    .ifPresentOrElse(
                            portion -> tx.portions().keep(portion, clock.instant(), Duration.ZERO),
                            () -> tx.deliveries().keep(claim.queued(), clock.instant(), Duration.ZERO)));
            return claims;
        });
    }
}
