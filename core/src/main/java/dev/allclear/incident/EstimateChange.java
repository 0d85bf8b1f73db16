package dev.allclear.incident;

import java.time.Instant;
import java.util.Optional;

/// What becomes of the estimated time of restoration.
public sealed interface EstimateChange {

    record Keep() implements EstimateChange {}

    /// We no longer dare to name a time.
    record Withdraw() implements EstimateChange {}

    /// @param why needed when there was another one before; readers see it
    record Confirm(Instant restoredBy, String confirmedBy, String why) implements EstimateChange {}

    /// The estimate after the change.
    default Optional<Estimate> appliedTo(Optional<Estimate> before, Instant now) {
        return switch (this) {
            case Keep _ -> before;
            case Withdraw _ -> Optional.empty();
            case Confirm(var restoredBy, var confirmedBy, var why) ->
                Optional.of(before.filter(estimate -> !estimate.restoredBy().equals(restoredBy))
                        .map(estimate -> named(estimate.changedTo(restoredBy, confirmedBy, why, now), now))
                        .orElseGet(() -> before.map(
                                        estimate -> new Estimate(restoredBy, confirmedBy, estimate.former()))
                                .orElseGet(() -> named(Estimate.first(restoredBy, confirmedBy), now))));
        };
    }

    /// A time that is named now lies ahead; one that was named before may have passed since.
    private static Estimate named(Estimate estimate, Instant now) {
        estimate.mustLieAfter(now);
        return estimate;
    }
}
