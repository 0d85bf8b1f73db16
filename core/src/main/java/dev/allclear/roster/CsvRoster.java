package dev.allclear.roster;

import dev.allclear.Refused;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// Subscribers as CSV: the first line names the columns. Without such a line it is a list of addresses.
public final class CsvRoster implements Lines {

    private final CsvCells cells;
    private final List<Optional<Column>> columns = new ArrayList<>();
    private List<String> ahead = List.of();
    private boolean begun;

    public CsvRoster(Reader text) {
        this.cells = new CsvCells(text.markSupported() ? text : new BufferedReader(text));
    }

    @Override
    public Optional<Line> next() {
        if (!begun) {
            begin();
        }
        var record = ahead.isEmpty() ? cells.next() : ahead;
        ahead = List.of();
        if (record.isEmpty()) {
            return Optional.empty();
        }
        var fields = new EnumMap<Column, String>(Column.class);
        for (var place = 0; place < Math.min(record.size(), columns.size()); place++) {
            var value = CsvText.unguarded(record.get(place)).strip();
            if (!value.isEmpty()) {
                columns.get(place).ifPresent(column -> fields.putIfAbsent(column, value));
            }
        }
        return Optional.of(new Line(cells.begins(), fields));
    }

    private void begin() {
        begun = true;
        var first = cells.next();
        if (first.isEmpty()) {
            return;
        }
        first.stream().map(Column::of).forEach(columns::add);
        if (columns.contains(Optional.of(Column.EMAIL))) {
            return;
        }
        if (!first.getFirst().contains("@")) {
            throw new Refused.Invalid(
                    "lines",
                    "The first line must name the columns, one of them email; this one has: "
                            + String.join(", ", first.stream().limit(8).toList()) + ".");
        }
        columns.clear();
        columns.add(Optional.of(Column.EMAIL));
        ahead = first;
    }

    /// The heads of the columns that we write.
    static List<Column> written() {
        return List.of(
                Column.EMAIL,
                Column.STATE,
                Column.CONSENT_AT,
                Column.CONSENT_SOURCE,
                Column.COMPONENTS,
                Column.COMPONENT_IDS,
                Column.GROUPS,
                Column.GROUP_IDS,
                Column.REGIONS,
                Column.REGION_IDS,
                Column.KINDS,
                Column.LANGUAGE,
                Column.TIME_ZONE,
                Column.TAGS,
                Column.PAUSED_UNTIL,
                Column.CREATED_AT);
    }
}
