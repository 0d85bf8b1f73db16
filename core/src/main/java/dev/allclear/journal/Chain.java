package dev.allclear.journal;

import java.util.List;

/// Checks that nobody altered, removed or reordered entries of the journal.
public final class Chain {

    /// What a check found.
    public sealed interface Finding {
        record Intact(long entries) implements Finding {}

        /// @param number of the first entry that doesn't fit
        record BrokenAt(long number) implements Finding {}
    }

    private String previous = Entry.GENESIS;
    private long number;

    /// Walks on; call with all entries in order, in portions of any size.
    ///
    /// @return what holds for everything seen so far
    public Finding walk(List<Entry> entries) {
        for (var entry : entries) {
            if (entry.number() != number + 1 || !entry.previous().equals(previous) || !entry.isIntact()) {
                return new Finding.BrokenAt(number + 1);
            }
            number = entry.number();
            previous = entry.hash();
        }
        return new Finding.Intact(number);
    }
}
