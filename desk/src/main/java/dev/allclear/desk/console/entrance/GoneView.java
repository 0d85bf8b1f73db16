package dev.allclear.desk.console.entrance;

import dev.allclear.desk.console.Door;

/// A link that opens nothing any more.
public record GoneView(Door door) {}
