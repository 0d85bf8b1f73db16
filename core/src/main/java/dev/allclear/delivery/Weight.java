package dev.allclear.delivery;

/// How much an announcement weighs beside others: which goes first, and whether a newer one may say it instead.
public enum Weight {
    /// Somebody waits for it at this moment: a confirmation, a reminder, the first word of a critical incident.
    ALARM(0, false),

    /// The first word of any other incident, and the correction of one that was wrong.
    BEGINNING(1, false),

    /// The all-clear: whoever heard the beginning hears it.
    END(1, false),

    /// A further update. Old news of an outage is worse than none: the next update replaces what was not sent yet.
    PROGRESS(2, true),

    /// Everything that is no emergency: planned work, reports.
    CALM(3, false);

    private final int turn;
    private final boolean replaceable;

    Weight(int turn, boolean replaceable) {
        this.turn = turn;
        this.replaceable = replaceable;
    }

    /// Lower goes first, whatever came before it.
    public int turn() {
        return turn;
    }

    /// Whether the next update of the same incident may be sent in its place to whoever has not got it yet.
    public boolean isReplaceable() {
        return replaceable;
    }
}
