package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;

import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import java.time.LocalDate;
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

/// What a report says is still to be done, in the order in which it says so.
final class FollowUpRows {

    private static final Table<Record> FOLLOW_UP = table("incident_follow_up");
    private static final Field<Integer> NUMBER = count("number");
    private static final Field<String> WHAT = text("what");
    private static final Field<LocalDate> DUE_ON =
            value("due_on", LocalDate.class, LocalDate::parse, LocalDate::toString);
    private static final Field<LocalDate> DONE_ON =
            value("done_on", LocalDate.class, LocalDate::parse, LocalDate::toString);
    private static final Field<Boolean> SHOWN = flag("shown");

    private final DSLContext sql;

    FollowUpRows(DSLContext sql) {
        this.sql = sql;
    }

    Map<IncidentId, List<FollowUp>> find(Condition which) {
        var found = new HashMap<IncidentId, List<FollowUp>>();
        sql.select(INCIDENT_ID, WHAT, DUE_ON, DONE_ON, SHOWN)
                .from(FOLLOW_UP)
                .where(which)
                .orderBy(INCIDENT_ID, NUMBER)
                .forEach(row -> found.computeIfAbsent(row.get(INCIDENT_ID), _ -> new ArrayList<>())
                        .add(new FollowUp(
                                row.get(WHAT),
                                Optional.ofNullable(row.get(DUE_ON)),
                                Optional.ofNullable(row.get(DONE_ON)),
                                row.get(SHOWN))));
        return found;
    }

    void replace(List<FollowUp> before, Incident incident) {
        var next = incident.phase() instanceof Phase.PostIncident(var _, var report)
                ? report.followUps()
                : List.<FollowUp>of();
        if (next.equals(before)) {
            return;
        }
        sql.deleteFrom(FOLLOW_UP)
                .where(PAGE_ID.eq(incident.page()), INCIDENT_ID.eq(incident.id()))
                .execute();
        var rows = new ArrayList<Row>();
        for (var one : next) {
            rows.add(new Row()
                    .with(PAGE_ID, incident.page())
                    .with(INCIDENT_ID, incident.id())
                    .with(NUMBER, rows.size())
                    .with(WHAT, one.what())
                    .with(DUE_ON, one.by())
                    .with(DONE_ON, one.done())
                    .with(SHOWN, one.isPublic()));
        }
        Rows.insert(sql, FOLLOW_UP, rows);
    }
}
