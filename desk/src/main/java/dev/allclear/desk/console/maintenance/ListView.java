package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import dev.allclear.maintenance.Ending;
import dev.allclear.maintenance.Maintenance;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// All planned work, latest first; what is to come of a series stands once, with its next time.
public record ListView(Frame frame, List<Row> rows, Portion portion) {

    /// @param more of the same series, the soonest first
    public record Row(Maintenance work, String areas, Phases phase, List<Further> more) {
        public String path() {
            return "/desk/maintenance/" + work.id().value();
        }

        public Duration planned() {
            return Duration.between(work.window().start(), work.window().end());
        }
    }

    /// One more time of work that is planned for several.
    public record Further(Maintenance work, Phases phase) {
        public String path() {
            return "/desk/maintenance/" + work.id().value();
        }
    }

    /// What may be near its start or its end while somebody looks at the list.
    public List<Maintenance> running() {
        var soon = frame.watch().now().plus(Duration.ofDays(1));
        return rows.stream()
                .flatMap(row ->
                        Stream.concat(Stream.of(row.work()), row.more().stream().map(Further::work)))
                .filter(work ->
                        Ending.of(work).filter(ending -> ending.asks(soon)).isPresent())
                .toList();
    }

    public List<Column> columns() {
        return List.of(Column.of("Work"), Column.of("When"), Column.of("State"));
    }
}
