package dev.allclear.engine;

/// Where it is kept what became of the letters of a node's tray.
interface Books {

    /// Before all else: what a process before this one left behind.
    void catchUp();

    /// @return false when there was nothing to do
    boolean step();

    /// Lets others take up at once what was not sent.
    void giveBack();
}
