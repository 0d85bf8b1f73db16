package dev.allclear.engine;

/// Where the letters in a node's tray come from.
interface Supply {

    /// Whether the tray needs more.
    boolean isNeeded();

    /// @return false when there is nothing to do
    boolean step();
}
