package dev.allclear.store;

import static dev.allclear.store.AreaRows.COMPONENT_ID;
import static dev.allclear.store.AreaRows.MAINTENANCE_AREA;
import static dev.allclear.store.AreaRows.REGION_OR_WHOLE;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Maintenance.Phase;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Maintenances;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import dev.allclear.status.Area;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Planned work as rows, with its areas and notices.
final class SqlMaintenances implements Maintenances {

    private static final Table<Record> MAINTENANCE = table("maintenance");
    private static final Field<MaintenanceId> ID = maintenanceId("id");
    private static final Field<String> TITLE = text("title");
    private static final Field<Instant> STARTS_AT = instant("starts_at");
    private static final Field<Instant> ENDS_AT = instant("ends_at");
    private static final Field<PhaseName> PHASE = oneOf("phase", PhaseName.class);
    private static final Field<Instant> BEGAN_AT = instant("began_at");
    private static final Field<Instant> ENDED_AT = instant("ended_at");
    private static final Field<Long> VERSION = number("version");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, ID, TITLE, STARTS_AT, ENDS_AT, PHASE, BEGAN_AT, ENDED_AT, VERSION);

    private static final Field<MaintenanceId> MAINTENANCE_ID = maintenanceId("maintenance_id");

    private static final Table<Record> NOTICE = table("maintenance_notice");
    private static final Field<Integer> POSITION = count("position");
    private static final Field<NoticeId> NOTICE_ID = value("id", NoticeId.class, NoticeId::new, NoticeId::value);
    private static final Field<Notice.Kind> KIND = oneOf("kind", Notice.Kind.class);
    private static final Field<String> TEXT = text("text");
    private static final Field<Instant> AT = instant("at");
    private static final Field<String> AUTHOR = text("author");

    /// Of more works than this we don't name each one to find its parts, but read those of the whole page.
    private static final int MOST_NAMED = 500;

    private final DSLContext sql;

    SqlMaintenances(DSLContext sql) {
        this.sql = sql;
    }

    private static Field<MaintenanceId> maintenanceId(String name) {
        return value(name, MaintenanceId.class, MaintenanceId::new, MaintenanceId::value);
    }

    private enum PhaseName {
        SCHEDULED,
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    @Override
    public void add(Maintenance work) {
        Violations.guarded(
                () -> sql.insertInto(MAINTENANCE).set(row(work).values()).execute(),
                () -> new Refused.Conflict("This maintenance is there already."));
        addAreas(work);
        addNotices(work, 0);
    }

    @Override
    public void save(Maintenance work, long version) {
        var saved = sql.update(MAINTENANCE)
                .set(row(work).with(VERSION, version + 1).values())
                .where(PAGE_ID.eq(work.page()), ID.eq(work.id()), VERSION.eq(version))
                .execute();
        if (saved == 0) {
            throw new Refused.ChangedMeanwhile("maintenance");
        }
        var parts = PAGE_ID.eq(work.page()).and(MAINTENANCE_ID.eq(work.id()));
        sql.deleteFrom(MAINTENANCE_AREA).where(parts).execute();
        addAreas(work);
        // A notice is never changed once it was said, so only the new ones at the end are missing.
        addNotices(work, sql.fetchCount(NOTICE, parts));
    }

    private static Row row(Maintenance work) {
        var row = new Row()
                .with(PAGE_ID, work.page())
                .with(ID, work.id())
                .with(TITLE, work.title())
                .with(STARTS_AT, work.window().start())
                .with(ENDS_AT, work.window().end())
                .with(BEGAN_AT, Optional.empty())
                .with(ENDED_AT, Optional.empty());
        return switch (work.phase()) {
            case Phase.Scheduled() -> row.with(PHASE, PhaseName.SCHEDULED);
            case Phase.Running(var since) -> row.with(PHASE, PhaseName.RUNNING).with(BEGAN_AT, since);
            case Phase.Completed(var since, var at) ->
                row.with(PHASE, PhaseName.COMPLETED).with(BEGAN_AT, since).with(ENDED_AT, at);
            case Phase.Cancelled(var at) -> row.with(PHASE, PhaseName.CANCELLED).with(ENDED_AT, at);
        };
    }

    private void addAreas(Maintenance work) {
        Row.insert(
                sql,
                MAINTENANCE_AREA,
                work.areas().stream()
                        .map(area -> part(work).and(AreaRows.row(area)))
                        .toList());
    }

    private void addNotices(Maintenance work, int first) {
        var rows = new ArrayList<Row>();
        for (var position = first; position < work.notices().size(); position++) {
            var notice = work.notices().get(position);
            rows.add(part(work)
                    .with(POSITION, position)
                    .with(NOTICE_ID, notice.id())
                    .with(KIND, notice.kind())
                    .with(TEXT, notice.text())
                    .with(AT, notice.at())
                    .with(AUTHOR, notice.author()));
        }
        Row.insert(sql, NOTICE, rows);
    }

    private static Row part(Maintenance work) {
        return new Row().with(PAGE_ID, work.page()).with(MAINTENANCE_ID, work.id());
    }

    @Override
    public Optional<Stored<Maintenance>> find(PageId page, MaintenanceId id) {
        return find(page, ID.eq(id)).stream().findFirst();
    }

    @Override
    public List<Stored<Maintenance>> all(PageId page) {
        return find(page, noCondition());
    }

    private List<Stored<Maintenance>> find(PageId page, Condition which) {
        var rows = sql.select(COLUMNS)
                .from(MAINTENANCE)
                .where(PAGE_ID.eq(page), which)
                .orderBy(STARTS_AT.desc(), ID.desc())
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts =
                PAGE_ID.eq(page).and(rows.size() > MOST_NAMED ? noCondition() : MAINTENANCE_ID.in(rows.getValues(ID)));
        var areas = areas(parts);
        var notices = notices(parts);
        return rows.map(row -> maintenance(
                row, areas.getOrDefault(row.get(ID), Set.of()), notices.getOrDefault(row.get(ID), List.of())));
    }

    private Map<MaintenanceId, Set<Area>> areas(Condition parts) {
        var areas = new HashMap<MaintenanceId, Set<Area>>();
        sql.select(MAINTENANCE_ID, COMPONENT_ID, REGION_OR_WHOLE)
                .from(MAINTENANCE_AREA)
                .where(parts)
                .forEach(row -> areas.computeIfAbsent(row.get(MAINTENANCE_ID), _ -> new HashSet<>())
                        .add(AreaRows.area(row)));
        return areas;
    }

    private Map<MaintenanceId, List<Notice>> notices(Condition parts) {
        var notices = new HashMap<MaintenanceId, List<Notice>>();
        sql.select(MAINTENANCE_ID, NOTICE_ID, KIND, TEXT, AT, AUTHOR)
                .from(NOTICE)
                .where(parts)
                .orderBy(MAINTENANCE_ID, POSITION)
                .forEach(row -> notices.computeIfAbsent(row.get(MAINTENANCE_ID), _ -> new ArrayList<>())
                        .add(new Notice(
                                row.get(NOTICE_ID), row.get(KIND), row.get(TEXT), row.get(AT), row.get(AUTHOR))));
        return notices;
    }

    private static Stored<Maintenance> maintenance(Record row, Set<Area> areas, List<Notice> notices) {
        var phase = switch (row.get(PHASE)) {
            case SCHEDULED -> new Phase.Scheduled();
            case RUNNING -> new Phase.Running(row.get(BEGAN_AT));
            case COMPLETED -> new Phase.Completed(row.get(BEGAN_AT), row.get(ENDED_AT));
            case CANCELLED -> new Phase.Cancelled(row.get(ENDED_AT));
        };
        var work = new Maintenance(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(TITLE),
                new Window(row.get(STARTS_AT), row.get(ENDS_AT)),
                areas,
                phase,
                notices);
        return new Stored<>(work, row.get(VERSION));
    }
}
