package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.time.Instant;
import java.util.List;

/// Past rehearsals with their trend, and the start of the next.
///
/// @param rows newest first
/// @param trend points of those that ended, oldest first
/// @param mayPlay whether this person can start one
public record ListView(
        Frame frame, Form form, List<Option> playbooks, List<Row> rows, List<Bar> trend, boolean mayPlay) {

    /// One rehearsal.
    ///
    /// @param first how long the first message took; empty while there is none
    /// @param points empty while it goes on
    public record Row(
            String link,
            String playbook,
            Instant startedAt,
            String startedBy,
            String first,
            boolean isFirstInTime,
            String promises,
            String points) {}

    /// One bar of the trend.
    public record Bar(String label, int points) {}
}
