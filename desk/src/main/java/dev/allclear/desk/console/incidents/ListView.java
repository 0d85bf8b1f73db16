package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import dev.allclear.desk.console.incidents.head.Phases;
import java.time.Instant;
import java.util.List;

/// All incidents, or those that somebody looks for.
public record ListView(Frame frame, String query, String show, List<Filter> filters, List<Row> rows, Portion portion) {

    /// @param lasted `49 min`, `1 h 10 min so far`; may be empty
    public record Row(
            String path,
            String title,
            String severity,
            String areas,
            Instant began,
            String lasted,
            Phases phase,
            boolean owesReport) {}
}
