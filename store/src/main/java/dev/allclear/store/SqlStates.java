package dev.allclear.store;

import static dev.allclear.store.AreaRows.COMPONENT_ID;
import static dev.allclear.store.AreaRows.REGION_OR_WHOLE;
import static dev.allclear.store.AreaRows.STATE;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.allclear.PageId;
import dev.allclear.status.Cause;
import dev.allclear.status.StateChange;
import dev.allclear.status.States;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Changes of state as rows that count up: of two at the same instant, the later row came later.
final class SqlStates implements States {

    private static final Table<Record> STATE_CHANGE = table("state_change");
    private static final Field<Long> SEQ = number("seq");
    private static final Field<Cause.Kind> CAUSE = oneOf("cause", Cause.Kind.class);
    private static final Field<String> CAUSE_ID = text("cause_id");
    private static final Field<Instant> AT = instant("at");

    private final DSLContext sql;

    SqlStates(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void replace(PageId page, Cause cause, List<StateChange> changes) {
        sql.deleteFrom(STATE_CHANGE)
                .where(PAGE_ID.eq(page), CAUSE.eq(cause.kind()), CAUSE_ID.eq(cause.id()))
                .execute();
        add(page, changes);
    }

    @Override
    public void add(PageId page, List<StateChange> changes) {
        Rows.insert(
                sql,
                STATE_CHANGE,
                changes.stream().map(change -> row(page, change)).toList());
    }

    private static Row row(PageId page, StateChange change) {
        return new Row()
                .with(PAGE_ID, page)
                .and(AreaRows.row(change.area()))
                .with(CAUSE, change.cause().kind())
                .with(CAUSE_ID, change.cause().id())
                .with(STATE, change.state())
                .with(AT, change.at());
    }

    @Override
    public List<StateChange> since(PageId page, Instant since) {
        var columns = List.<Field<?>>of(
                within("s", COMPONENT_ID),
                within("s", REGION_OR_WHOLE),
                within("s", CAUSE),
                within("s", CAUSE_ID),
                within("s", STATE),
                within("s", AT));
        var laterButBefore = selectOne()
                .from(STATE_CHANGE.as("n"))
                .where(
                        within("n", PAGE_ID).eq(within("s", PAGE_ID)),
                        within("n", COMPONENT_ID).eq(within("s", COMPONENT_ID)),
                        within("n", REGION_OR_WHOLE).eq(within("s", REGION_OR_WHOLE)),
                        within("n", CAUSE).eq(within("s", CAUSE)),
                        within("n", CAUSE_ID).eq(within("s", CAUSE_ID)),
                        within("n", AT).lt(since),
                        within("n", AT)
                                .gt(within("s", AT))
                                .or(within("n", AT)
                                        .eq(within("s", AT))
                                        .and(within("n", SEQ).gt(within("s", SEQ)))));
        return sql.select(columns)
                .from(STATE_CHANGE.as("s"))
                .where(within("s", PAGE_ID).eq(page), within("s", AT).ge(since).or(notExists(laterButBefore)))
                .orderBy(within("s", AT), within("s", SEQ))
                .fetch(SqlStates::change);
    }

    private static StateChange change(Record row) {
        return new StateChange(
                AreaRows.area(row), new Cause(row.get(CAUSE), row.get(CAUSE_ID)), row.get(STATE), row.get(AT));
    }
}
