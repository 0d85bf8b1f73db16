package dev.allclear.delivery;

import java.time.Duration;
import java.time.Instant;

/// How far ahead what a provider takes is given away: places in one row for all nodes, so that they keep its pace
/// together.
public interface Paces {

    /// Takes the next places in the row.
    ///
    /// @param apart how far a place is from the next
    /// @return how long until the first of them
    Duration reserve(String provider, int places, Duration apart, Instant now);
}
