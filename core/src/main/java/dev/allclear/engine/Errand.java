package dev.allclear.engine;

import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Letter;

/// One letter to be sent, and in the course of which claim.
public final class Errand {

    private final Claim claim;
    private final Delivery delivery;
    private final Letter letter;

    Errand(Claim claim, Delivery delivery, Letter letter) {
        this.claim = claim;
        this.delivery = delivery;
        this.letter = letter;
    }

    Claim claim() {
        return claim;
    }

    Delivery delivery() {
        return delivery;
    }

    public Letter letter() {
        return letter;
    }

    /// @param delivery with what became of it
    /// @param people how many of the claim have an outcome with it that had none: one, or nobody
    record Ended(Claim claim, Delivery delivery, int people) {}

    Ended ended(Delivery.State state) {
        return new Ended(claim, delivery.in(state), 1);
    }

    /// It was given up before, and went out after all.
    Ended endedLate(Delivery.State state) {
        return new Ended(claim, delivery.in(state), 0);
    }
}
