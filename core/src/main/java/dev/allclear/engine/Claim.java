package dev.allclear.engine;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Portion;
import dev.allclear.engine.Relay.Bag;
import java.util.List;
import java.util.Optional;

/// What this node has in its hands until a certain time: a portion, deliveries of the queue, or a bag of letters. Only
/// `Tray` changes it.
final class Claim {

    private final Optional<Portion> portion;
    private final List<Delivery> queued;
    private final Optional<Bag> bag;

    /// By the steady clock.
    private long heldUntil;

    private int open;

    private Claim(Optional<Portion> portion, List<Delivery> queued, Optional<Bag> bag, long heldUntil, int open) {
        this.portion = portion;
        this.queued = queued;
        this.bag = bag;
        this.heldUntil = heldUntil;
        this.open = open;
    }

    /// @param open how many people have no outcome that was written down
    static Claim of(Portion portion, long heldUntil, int open) {
        return new Claim(Optional.of(portion), List.of(), Optional.empty(), heldUntil, open);
    }

    static Claim of(List<Delivery> queued, long heldUntil) {
        return new Claim(Optional.empty(), List.copyOf(queued), Optional.empty(), heldUntil, queued.size());
    }

    static Claim of(Bag bag, int open) {
        return new Claim(Optional.empty(), List.of(), Optional.of(bag), 0, open);
    }

    Optional<Portion> portion() {
        return portion;
    }

    Receipts.Receipt receipt(Delivery accepted) {
        return new Receipts.Receipt(
                portion.map(Portion::number).orElse(0L),
                portion.map(Portion::fence).orElse(0L),
                accepted);
    }

    List<Delivery> queued() {
        return queued;
    }

    /// What came over a relay; it may be held again after a while in which the relay was out of reach.
    Optional<Bag> bag() {
        return bag;
    }

    boolean isHeld(long steady) {
        return bag.map(one -> !one.isRecalled() && one.heldUntil() - steady > 0)
                .orElseGet(() -> heldUntil - steady > 0);
    }

    void heldUntil(long steady) {
        heldUntil = steady;
    }

    long heldUntil() {
        return heldUntil;
    }

    int open() {
        return open;
    }

    void over(int people) {
        open -= people;
    }
}
