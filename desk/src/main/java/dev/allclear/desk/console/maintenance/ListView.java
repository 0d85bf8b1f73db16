package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import dev.allclear.maintenance.Ending;
import dev.allclear.maintenance.Maintenance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// All planned work, latest first.
public record ListView(Frame frame, List<Row> rows, Portion portion) {

    public record Row(Maintenance work, String areas, Phases phase) {
        public String path() {
            return "/desk/maintenance/" + work.id().value();
        }

        public Optional<Ending> ending() {
            return Ending.of(work);
        }

        public Duration planned() {
            return Duration.between(work.window().start(), work.window().end());
        }
    }

    public List<Column> columns() {
        return List.of(Column.of("Work"), Column.of("When"), Column.of("State"));
    }
}
