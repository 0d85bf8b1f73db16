package dev.allclear.desk.console.entrance;

import dev.allclear.desk.console.Door;

/// The button behind a link that signs in once.
public record LinkView(Door door, String action) {}
