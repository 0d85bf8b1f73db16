package dev.allclear.maintenance;

import java.time.Instant;

/// That planned work takes place at another time than we had said.
public record Move(Window before, Window after) {

    /// Whether it was said before the time passed that we had named: what comes later is no notice any more.
    public boolean isInTime(Instant said) {
        return said.isBefore(before.end());
    }
}
