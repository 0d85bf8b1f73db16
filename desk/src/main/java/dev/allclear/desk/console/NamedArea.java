package dev.allclear.desk.console;

import dev.allclear.status.State;

/// One area with its state.
///
/// @param key in forms: `card` or `card@eu`
public record NamedArea(String key, String name, State state) {}
