package dev.allclear.store;

import static dev.allclear.store.AreaRows.COMPONENT_ID;
import static dev.allclear.store.AreaRows.MAINTENANCE_AREA;
import static dev.allclear.store.AreaRows.REGION_OR_WHOLE;
import static dev.allclear.store.AreaRows.STATE;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.MaintenanceTable.ID;
import static dev.allclear.store.MaintenanceTable.MAINTENANCE;
import static dev.allclear.store.MaintenanceTable.STARTS_AT;
import static dev.allclear.store.MaintenanceTable.VERSION;
import static dev.allclear.store.NoticeRows.MAINTENANCE_ID;
import static dev.allclear.store.NoticeRows.NOTICE;
import static dev.allclear.store.NoticeRows.POSITION;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.incident.IncidentId;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Maintenances;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;

/// Planned work as rows, with its areas and notices.
final class SqlMaintenances implements Maintenances {

    /// Of more works than this we don't name each one to find its parts, but read those of the whole page.
    private static final int MOST_NAMED = 500;

    private final DSLContext sql;

    SqlMaintenances(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(Maintenance work) {
        Violations.guarded(
                () -> sql.insertInto(MAINTENANCE)
                        .set(MaintenanceTable.row(work).values())
                        .execute(),
                () -> new Refused.Conflict("This maintenance is there already."));
        addAreas(work);
        addNotices(work, 0);
    }

    @Override
    public void save(Maintenance work, long version) {
        var saved = sql.update(MAINTENANCE)
                .set(MaintenanceTable.row(work).with(VERSION, version + 1).values())
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

    private void addAreas(Maintenance work) {
        Rows.insert(
                sql,
                MAINTENANCE_AREA,
                work.expected().entrySet().stream()
                        .map(one -> part(work).and(AreaRows.row(one.getKey())).with(STATE, one.getValue()))
                        .toList());
    }

    private void addNotices(Maintenance work, int first) {
        var rows = new ArrayList<Row>();
        for (var position = first; position < work.notices().size(); position++) {
            rows.add(part(work)
                    .with(POSITION, position)
                    .and(NoticeRows.row(work.notices().get(position))));
        }
        Rows.insert(sql, NOTICE, rows);
    }

    private static Row part(Maintenance work) {
        return new Row().with(PAGE_ID, work.page()).with(MAINTENANCE_ID, work.id());
    }

    @Override
    public Optional<Stored<Maintenance>> find(PageId page, MaintenanceId id) {
        return find(page, ID.eq(id), ID.asc()).stream().findFirst();
    }

    @Override
    public List<Stored<Maintenance>> series(PageId page, SeriesId series) {
        return inOrder(Stream.of(find(page, MaintenanceTable.SERIES.eq(series))));
    }

    @Override
    public List<Stored<Maintenance>> kinOf(PageId page, IncidentId incident) {
        return inOrder(Stream.of(
                find(page, MaintenanceTable.MENDS.eq(incident)), find(page, MaintenanceTable.BECAME.eq(incident))));
    }

    /// Sorted here: asked to sort, SQLite goes through all works of the page by their start.
    private static List<Stored<Maintenance>> inOrder(Stream<List<Stored<Maintenance>>> found) {
        return found.flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(stored -> stored.value().window().start()))
                .toList();
    }

    @Override
    public List<Stored<Maintenance>> open(PageId page) {
        return find(page, MaintenanceTable.IS_OPEN, STARTS_AT.asc(), ID.asc());
    }

    @Override
    public List<Stored<Maintenance>> all(PageId page) {
        return find(page, noCondition(), STARTS_AT.desc(), ID.desc());
    }

    private List<Stored<Maintenance>> find(PageId page, Condition which, OrderField<?>... order) {
        var rows = sql.select(MaintenanceTable.COLUMNS)
                .from(MAINTENANCE)
                .where(PAGE_ID.eq(page), which)
                .orderBy(order)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts =
                PAGE_ID.eq(page).and(rows.size() > MOST_NAMED ? noCondition() : MAINTENANCE_ID.in(rows.getValues(ID)));
        var areas = areas(parts);
        var notices = notices(parts);
        return rows.map(row -> MaintenanceTable.maintenance(
                row, areas.getOrDefault(row.get(ID), Map.of()), notices.getOrDefault(row.get(ID), List.of())));
    }

    private Map<MaintenanceId, Map<Area, State>> areas(Condition parts) {
        var areas = new HashMap<MaintenanceId, Map<Area, State>>();
        sql.select(MAINTENANCE_ID, COMPONENT_ID, REGION_OR_WHOLE, STATE)
                .from(MAINTENANCE_AREA)
                .where(parts)
                .forEach(row -> areas.computeIfAbsent(row.get(MAINTENANCE_ID), _ -> new HashMap<>())
                        .put(AreaRows.area(row), row.get(STATE)));
        return areas;
    }

    private Map<MaintenanceId, List<Notice>> notices(Condition parts) {
        var notices = new HashMap<MaintenanceId, List<Notice>>();
        sql.select(NoticeRows.COLUMNS)
                .from(NOTICE)
                .where(parts)
                .orderBy(MAINTENANCE_ID, POSITION)
                .forEach(row -> notices.computeIfAbsent(row.get(MAINTENANCE_ID), _ -> new ArrayList<>())
                        .add(NoticeRows.notice(row)));
        return notices;
    }
}
