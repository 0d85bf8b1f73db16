package dev.allclear.desk.console.journal;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.Words;
import dev.allclear.journal.Chain.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The journal, newest first.
///
/// @param seal the hash of the last entry, which stands for all before it
/// @param finding empty where it was not checked, because that takes a while
public record JournalView(
        Frame frame, List<Day> days, Optional<String> seal, Optional<Finding> finding, Portion portion) {

    /// @param at some instant of the day
    public record Day(Instant at, List<Line> lines) {}

    public Optional<Long> brokenAt() {
        return finding.flatMap(
                one -> one instanceof Finding.BrokenAt(var number) ? Optional.of(number) : Optional.empty());
    }

    /// `4,812 entries`, once they were checked.
    public String checked() {
        return finding.map(one ->
                        one instanceof Finding.Intact(var entries) ? Words.count(entries, "entry", "entries") : "")
                .orElse("");
    }

    /// As people compare it: `9f3c 61d0 a7be 4410`.
    public String shortSeal() {
        return seal.map(hash -> hash.substring(0, 16).replaceAll("(.{4})(?=.)", "$1 "))
                .orElse("");
    }
}
