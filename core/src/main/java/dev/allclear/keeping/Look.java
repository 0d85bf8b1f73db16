package dev.allclear.keeping;

import java.time.Instant;
import java.util.Optional;

/// Does what has fallen due, each thing exactly once.
public interface Look {

    /// @return when something falls due next; empty when nothing does
    Optional<Instant> look();
}
