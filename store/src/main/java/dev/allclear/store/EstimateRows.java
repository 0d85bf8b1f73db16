package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;

import dev.allclear.incident.Estimate;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Estimates that no longer hold, in the order in which they were given up.
final class EstimateRows {

    private static final Table<Record> FORMER_ESTIMATE = table("incident_former_estimate");
    private static final Field<Integer> NUMBER = count("number");
    private static final Field<Instant> RESTORED_BY = instant("restored_by");
    private static final Field<Instant> CHANGED_AT = instant("changed_at");
    private static final Field<String> WHY = text("why");

    private final DSLContext sql;

    EstimateRows(DSLContext sql) {
        this.sql = sql;
    }

    Map<IncidentId, List<Estimate.Former>> find(Condition which) {
        var former = new HashMap<IncidentId, List<Estimate.Former>>();
        sql.select(INCIDENT_ID, RESTORED_BY, CHANGED_AT, WHY)
                .from(FORMER_ESTIMATE)
                .where(which)
                .orderBy(INCIDENT_ID, NUMBER)
                .forEach(row -> former.computeIfAbsent(row.get(INCIDENT_ID), _ -> new ArrayList<>())
                        .add(new Estimate.Former(row.get(RESTORED_BY), row.get(CHANGED_AT), row.get(WHY))));
        return former;
    }

    void replace(List<Estimate.Former> before, Incident incident) {
        var next = incident.facts().estimate().map(Estimate::former).orElse(List.of());
        if (next.equals(before)) {
            return;
        }
        sql.deleteFrom(FORMER_ESTIMATE)
                .where(PAGE_ID.eq(incident.page()), INCIDENT_ID.eq(incident.id()))
                .execute();
        var rows = new ArrayList<Row>();
        for (var former : next) {
            rows.add(new Row()
                    .with(PAGE_ID, incident.page())
                    .with(INCIDENT_ID, incident.id())
                    .with(NUMBER, rows.size())
                    .with(RESTORED_BY, former.restoredBy())
                    .with(CHANGED_AT, former.changedAt())
                    .with(WHY, former.why()));
        }
        Rows.insert(sql, FORMER_ESTIMATE, rows);
    }
}
