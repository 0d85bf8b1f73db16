package dev.allclear.store;

import static dev.allclear.store.AreaRows.COMPONENT_ID;
import static dev.allclear.store.AreaRows.INCIDENT_AREA;
import static dev.allclear.store.AreaRows.REGION_OR_WHOLE;
import static dev.allclear.store.AreaRows.STATE;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.PageId;
import dev.allclear.incident.Correction;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// The updates of incidents, with their areas and corrections: one query per table, however many incidents.
final class UpdateRows {

    static final Field<IncidentId> INCIDENT_ID =
            value("incident_id", IncidentId.class, IncidentId::new, IncidentId::value);

    private static final Table<Record> UPDATE = table("incident_update");
    private static final Field<Integer> POSITION = count("position");
    private static final Field<UpdateId> ID = value("id", UpdateId.class, UpdateId::new, UpdateId::value);
    private static final Field<Update.Kind> KIND = oneOf("kind", Update.Kind.class);
    private static final Field<String> TEXT = text("text");
    private static final Field<Instant> NEXT_UPDATE_DUE = instant("next_update_due");
    private static final Field<Instant> RESTORED_AT = instant("restored_at");
    private static final Field<Instant> AT = instant("at");
    private static final Field<String> AUTHOR = text("author");

    private static final Table<Record> CORRECTION = table("incident_correction");
    private static final Field<Integer> NUMBER = count("number");
    private static final Field<String> BEFORE = text("before");
    private static final Field<String> WHY = text("why");

    private final DSLContext sql;

    UpdateRows(DSLContext sql) {
        this.sql = sql;
    }

    /// Where an update stands: the same for its row, its areas and its corrections.
    private record Place(IncidentId incident, int position) {
        static Place of(Record row) {
            return new Place(row.get(INCIDENT_ID), row.get(POSITION));
        }
    }

    /// @param which a condition on page and incident, the same columns in all three tables
    Map<IncidentId, List<Update>> find(Condition which) {
        var areas = areas(which);
        var corrections = corrections(which);
        var updates = new HashMap<IncidentId, List<Update>>();
        sql.select(INCIDENT_ID, POSITION, ID, KIND, TEXT, NEXT_UPDATE_DUE, RESTORED_AT, AT, AUTHOR)
                .select(AllClearColumns.ALL)
                .from(UPDATE)
                .where(which)
                .orderBy(INCIDENT_ID, POSITION)
                .forEach(row -> updates.computeIfAbsent(row.get(INCIDENT_ID), _ -> new ArrayList<>())
                        .add(update(
                                row,
                                areas.getOrDefault(Place.of(row), Map.of()),
                                corrections.getOrDefault(Place.of(row), List.of()))));
        return updates;
    }

    private Map<Place, Map<Area, State>> areas(Condition which) {
        var areas = new HashMap<Place, Map<Area, State>>();
        sql.select(INCIDENT_ID, POSITION, COMPONENT_ID, REGION_OR_WHOLE, STATE)
                .from(INCIDENT_AREA)
                .where(which)
                .forEach(row -> areas.computeIfAbsent(Place.of(row), _ -> new HashMap<>())
                        .put(AreaRows.area(row), row.get(STATE)));
        return areas;
    }

    private Map<Place, List<Correction>> corrections(Condition which) {
        var corrections = new HashMap<Place, List<Correction>>();
        sql.select(INCIDENT_ID, POSITION, AT, BEFORE, WHY)
                .from(CORRECTION)
                .where(which)
                .orderBy(INCIDENT_ID, POSITION, NUMBER)
                .forEach(row -> corrections
                        .computeIfAbsent(Place.of(row), _ -> new ArrayList<>())
                        .add(new Correction(row.get(AT), row.get(BEFORE), row.get(WHY))));
        return corrections;
    }

    private static Update update(Record row, Map<Area, State> areas, List<Correction> corrections) {
        return new Update(
                row.get(ID),
                row.get(KIND),
                row.get(TEXT),
                areas,
                Optional.ofNullable(row.get(NEXT_UPDATE_DUE)),
                Optional.ofNullable(row.get(RESTORED_AT)),
                AllClearColumns.answers(row),
                row.get(AT),
                row.get(AUTHOR),
                corrections);
    }

    /// Writes down what differs from what is there: mostly that is one new update at the end.
    void replace(List<Update> before, Incident incident) {
        var next = incident.updates();
        var changed = new ArrayList<Integer>();
        for (var position = 0; position < next.size(); position++) {
            if (position >= before.size() || !before.get(position).equals(next.get(position))) {
                changed.add(position);
            }
        }
        if (!before.isEmpty()) {
            remove(incident.page(), incident.id(), before.size(), next.size(), changed);
        }
        insert(incident, changed);
    }

    private void remove(PageId page, IncidentId incident, int before, int next, List<Integer> changed) {
        var gone = new ArrayList<>(changed);
        for (var position = next; position < before; position++) {
            gone.add(position);
        }
        gone.removeIf(position -> position >= before);
        if (!gone.isEmpty()) {
            // Areas and corrections go with their update.
            sql.deleteFrom(UPDATE)
                    .where(PAGE_ID.eq(page), INCIDENT_ID.eq(incident), POSITION.in(gone))
                    .execute();
        }
    }

    private void insert(Incident incident, List<Integer> positions) {
        var updates = new ArrayList<Row>();
        var areas = new ArrayList<Row>();
        var corrections = new ArrayList<Row>();
        for (var position : positions) {
            var update = incident.updates().get(position);
            updates.add(place(incident, position)
                    .with(ID, update.id())
                    .with(KIND, update.kind())
                    .with(TEXT, update.text())
                    .with(NEXT_UPDATE_DUE, update.nextUpdateDue())
                    .with(RESTORED_AT, update.restoredAt())
                    .and(AllClearColumns.row(update.answers()))
                    .with(AT, update.at())
                    .with(AUTHOR, update.author()));
            update.areas()
                    .forEach((area, state) -> areas.add(
                            place(incident, position).and(AreaRows.row(area)).with(STATE, state)));
            var number = 0;
            for (var correction : update.corrections()) {
                corrections.add(place(incident, position)
                        .with(NUMBER, number++)
                        .with(AT, correction.at())
                        .with(BEFORE, correction.before())
                        .with(WHY, correction.why()));
            }
        }
        Rows.insert(sql, UPDATE, updates);
        Rows.insert(sql, INCIDENT_AREA, areas);
        Rows.insert(sql, CORRECTION, corrections);
    }

    private static Row place(Incident incident, int position) {
        return new Row()
                .with(PAGE_ID, incident.page())
                .with(INCIDENT_ID, incident.id())
                .with(POSITION, position);
    }
}
