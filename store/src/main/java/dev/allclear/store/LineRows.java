package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.PageId;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import dev.allclear.playbook.Occasion;
import dev.allclear.rehearsal.Line;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.RehearsalId;
import dev.allclear.status.Area;
import dev.allclear.status.ComponentId;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What was said in rehearsals, line by line. Lines are only added.
final class LineRows {

    private static final Table<Record> LINE = table("rehearsal_line");
    private static final Field<RehearsalId> REHEARSAL_ID =
            value("rehearsal_id", RehearsalId.class, RehearsalId::new, RehearsalId::value);
    private static final Field<Integer> NUMBER = count("number");
    private static final Field<Occasion> OCCASION = oneOf("occasion", Occasion.class);
    private static final Field<String> TITLE = text("title");
    private static final Field<Severity> SEVERITY = oneOf("severity", Severity.class);
    private static final Field<String> TEXT = text("text");
    private static final Field<String> IMPACT = text("impact");
    private static final Field<String> SCOPE = text("scope");
    private static final Field<String> WORKAROUND = text("workaround");
    private static final Field<String> AREAS = text("areas");
    private static final Field<Instant> DUE = instant("due");
    private static final Field<Instant> RESTORED_AT = instant("restored_at");
    private static final Field<Instant> AT = instant("at");
    private static final Field<String> AUTHOR = text("author");
    private static final Field<Integer> DECISIONS = count("decisions");
    private static final List<Field<?>> COLUMNS = Stream.concat(
                    Stream.of(
                            OCCASION,
                            TITLE,
                            SEVERITY,
                            TEXT,
                            IMPACT,
                            SCOPE,
                            WORKAROUND,
                            AREAS,
                            DUE,
                            RESTORED_AT,
                            AT,
                            AUTHOR,
                            DECISIONS),
                    AllClearColumns.ALL.stream())
            .toList();

    private final DSLContext sql;

    LineRows(DSLContext sql) {
        this.sql = sql;
    }

    int known(PageId page, RehearsalId rehearsal) {
        return sql.fetchCount(LINE, PAGE_ID.eq(page), REHEARSAL_ID.eq(rehearsal));
    }

    /// @param known how many are there already
    void append(Rehearsal rehearsal, int known) {
        var rows = new ArrayList<Row>();
        for (var number = known; number < rehearsal.lines().size(); number++) {
            rows.add(row(rehearsal, number));
        }
        Rows.insert(sql, LINE, rows);
    }

    private static Row row(Rehearsal rehearsal, int number) {
        var line = rehearsal.lines().get(number);
        return new Row()
                .with(PAGE_ID, rehearsal.page())
                .with(REHEARSAL_ID, rehearsal.id())
                .with(NUMBER, number)
                .with(OCCASION, line.occasion())
                .with(TITLE, line.title())
                .with(SEVERITY, line.severity())
                .with(TEXT, line.text())
                .with(IMPACT, line.facts().impact())
                .with(SCOPE, line.facts().scope())
                .with(WORKAROUND, workaround(line.facts()))
                .with(AREAS, written(line.areas()))
                .with(DUE, line.due())
                .with(RESTORED_AT, line.restoredAt())
                .with(AT, line.at())
                .with(AUTHOR, line.author())
                .with(DECISIONS, line.decisions())
                .and(AllClearColumns.row(line.answers()));
    }

    private static Optional<String> workaround(Facts facts) {
        return facts.workaround() instanceof Workaround.Given(var text) ? Optional.of(text) : Optional.empty();
    }

    List<Line> of(PageId page, RehearsalId rehearsal) {
        return sql.select(COLUMNS)
                .from(LINE)
                .where(PAGE_ID.eq(page), REHEARSAL_ID.eq(rehearsal))
                .orderBy(NUMBER)
                .fetch(LineRows::line);
    }

    private static Line line(Record row) {
        var workaround = Optional.ofNullable(row.get(WORKAROUND))
                .<Workaround>map(Workaround.Given::new)
                .orElseGet(Workaround.NoneYet::new);
        return new Line(
                row.get(OCCASION),
                row.get(TITLE),
                row.get(SEVERITY),
                row.get(TEXT),
                new Facts(
                        row.get(IMPACT), row.get(SCOPE), workaround, "", new RootCause.Unknown(), "", Optional.empty()),
                read(row.get(AREAS)),
                Optional.ofNullable(row.get(DUE)),
                Optional.ofNullable(row.get(RESTORED_AT)),
                AllClearColumns.answers(row),
                row.get(AT),
                row.get(AUTHOR),
                row.get(DECISIONS));
    }

    private static String written(Map<Area, State> areas) {
        return areas.entrySet().stream()
                .map(entry -> key(entry.getKey()) + "=" + entry.getValue().key())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String key(Area area) {
        return area.component().value()
                + area.region().map(region -> "@" + region.value()).orElse("");
    }

    private static Map<Area, State> read(String written) {
        var areas = new HashMap<Area, State>();
        for (var pair : written.isEmpty() ? new String[0] : written.split(" ", -1)) {
            var equals = pair.indexOf('=');
            areas.put(
                    area(pair.substring(0, equals)),
                    State.valueOf(pair.substring(equals + 1).toUpperCase(Locale.ROOT)));
        }
        return areas;
    }

    private static Area area(String key) {
        var at = key.indexOf('@');
        return at < 0
                ? Area.whole(new ComponentId(key))
                : Area.in(new ComponentId(key.substring(0, at)), new RegionId(key.substring(at + 1)));
    }
}
