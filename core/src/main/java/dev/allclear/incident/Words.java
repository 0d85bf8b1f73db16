package dev.allclear.incident;

import java.time.Instant;

/// A new thing to say: what, when, and by whom, before it has become an update.
///
/// @param text Markdown
public record Words(UpdateId id, String text, Instant at, String author) {}
