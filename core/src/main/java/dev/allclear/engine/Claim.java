package dev.allclear.engine;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Portion;
import java.util.List;
import java.util.Optional;

/// What this node has in its hands until a certain time: a portion, or deliveries of the queue. Only `Tray` changes it.
final class Claim {

    private final Optional<Portion> portion;
    private final List<Delivery> queued;

    /// By the steady clock.
    private long heldUntil;

    private int open;

    private Claim(Optional<Portion> portion, List<Delivery> queued, long heldUntil, int open) {
        this.portion = portion;
        this.queued = queued;
        this.heldUntil = heldUntil;
        this.open = open;
    }

    /// @param open how many people have no outcome that was written down
    static Claim of(Portion portion, long heldUntil, int open) {
        return new Claim(Optional.of(portion), List.of(), heldUntil, open);
    }

    static Claim of(List<Delivery> queued, long heldUntil) {
        return new Claim(Optional.empty(), List.copyOf(queued), heldUntil, queued.size());
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

    boolean isHeld(long steady) {
        return heldUntil - steady > 0;
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
