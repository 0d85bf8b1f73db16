package dev.allclear.shape;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When things happened and what was promised for when. Null is unknown and is never made up.
///
/// @param asOf when the message speaks, from which "tomorrow" is counted
/// @param since when it began; where this is null, only `noticed` may be told
/// @param promised for when this message was promised; a missed promise is owned
/// @param restoredBy when it works again, and only if somebody who can know it has confirmed it
public record Timing(
        Instant asOf,
        @Nullable Instant since,
        @Nullable Instant noticed,
        @Nullable Instant ended,
        @Nullable Instant nextUpdate,
        @Nullable Instant promised,
        @Nullable Instant restoredBy) {}
