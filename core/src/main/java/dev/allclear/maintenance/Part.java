package dev.allclear.maintenance;

import java.time.Instant;

/// That a work is one of several that were planned together.
///
/// @param remindedFrom nobody is reminded of this one sooner: until then the one before it was still to come
public record Part(SeriesId series, Instant remindedFrom) {}
