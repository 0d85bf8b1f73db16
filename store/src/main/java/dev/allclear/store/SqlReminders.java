package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.SqlAccounts.ACCOUNT_ID;
import static dev.allclear.store.UpdateRows.INCIDENT_ID;

import dev.allclear.PageId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.people.AccountId;
import dev.allclear.promise.Call;
import dev.allclear.promise.Ownership;
import dev.allclear.promise.Reminder;
import dev.allclear.promise.ReminderId;
import dev.allclear.promise.Reminders;
import dev.allclear.promise.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Steps as rows whose key lets each be taken once, and a row for who looks after an incident.
final class SqlReminders implements Reminders {

    private static final Table<Record> REMINDER = table("reminder");
    private static final Field<ReminderId> ID = value("id", ReminderId.class, ReminderId::new, ReminderId::value);
    private static final Field<UpdateId> PROMISE_ID =
            value("promise_id", UpdateId.class, UpdateId::new, UpdateId::value);
    private static final Field<Step> STEP = oneOf("step", Step.class);
    private static final Field<Integer> NUMBER = count("number");
    private static final Field<Instant> DUE = instant("due");
    private static final Field<Instant> PROMISED = instant("promised");
    private static final Field<Instant> AT = instant("at");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, ID, INCIDENT_ID, PROMISE_ID, STEP, NUMBER, ACCOUNT_ID, DUE, PROMISED, AT);

    private static final Table<Record> OWNERSHIP = table("ownership");
    private static final Field<AccountId> OWNER_ID =
            value("owner_id", AccountId.class, AccountId::new, AccountId::value);
    private static final Field<UpdateId> TAKEN_ID = value("taken_id", UpdateId.class, UpdateId::new, UpdateId::value);

    private final DSLContext sql;

    SqlReminders(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean take(Reminder reminder) {
        var call = reminder.call();
        var row = new Row()
                .with(PAGE_ID, reminder.page())
                .with(ID, reminder.id())
                .with(INCIDENT_ID, reminder.incident())
                .with(PROMISE_ID, reminder.promise())
                .with(STEP, call.step())
                .with(NUMBER, call.number())
                .with(ACCOUNT_ID, call.to())
                .with(DUE, call.due())
                .with(PROMISED, reminder.due())
                .with(AT, reminder.at());
        return sql.insertInto(REMINDER).set(row.values()).onConflictDoNothing().execute() > 0;
    }

    @Override
    public Optional<Reminder> find(PageId page, ReminderId id) {
        return find(PAGE_ID.eq(page).and(ID.eq(id))).stream().findFirst();
    }

    @Override
    public List<Reminder> of(PageId page, IncidentId incident) {
        return find(PAGE_ID.eq(page).and(INCIDENT_ID.eq(incident)));
    }

    @Override
    public List<Reminder> of(PageId page, IncidentId incident, UpdateId promise) {
        return find(PAGE_ID.eq(page).and(INCIDENT_ID.eq(incident)).and(PROMISE_ID.eq(promise)));
    }

    private List<Reminder> find(Condition which) {
        return sql.select(COLUMNS)
                .from(REMINDER)
                .where(which)
                .orderBy(DUE, NUMBER, STEP)
                .fetch(SqlReminders::reminder);
    }

    private static Reminder reminder(Record row) {
        var call = new Call(row.get(STEP), row.get(NUMBER), row.get(DUE), Optional.ofNullable(row.get(ACCOUNT_ID)));
        return new Reminder(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(INCIDENT_ID),
                row.get(PROMISE_ID),
                call,
                row.get(PROMISED),
                row.get(AT));
    }

    @Override
    public Ownership ownership(PageId page, IncidentId incident) {
        return sql.select(OWNER_ID, TAKEN_ID)
                .from(OWNERSHIP)
                .where(PAGE_ID.eq(page), INCIDENT_ID.eq(incident))
                .fetchOptional(row ->
                        new Ownership(Optional.ofNullable(row.get(OWNER_ID)), Optional.ofNullable(row.get(TAKEN_ID))))
                .orElse(Ownership.NOBODY);
    }

    @Override
    public void own(PageId page, IncidentId incident, Ownership ownership) {
        var row = new Row()
                .with(PAGE_ID, page)
                .with(INCIDENT_ID, incident)
                .with(OWNER_ID, ownership.owner())
                .with(TAKEN_ID, ownership.taken())
                .values();
        sql.insertInto(OWNERSHIP)
                .set(row)
                .onConflict(PAGE_ID, INCIDENT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }
}
