package dev.allclear.store;

import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;

import dev.allclear.Refused;
import dev.allclear.transaction.Answers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Answers as rows, kept in the transaction of what they answer.
final class SqlAnswers implements Answers {

    private static final Table<Record> ANSWER = table("answer");
    private static final Field<String> OWNER = text("owner");
    private static final Field<String> KEY = text("key");
    private static final Field<String> REQUEST = text("request");
    private static final Field<Integer> STATUS = count("status");
    private static final Field<String> BODY = text("body");
    private static final Field<Instant> AT = instant("at");

    private final DSLContext sql;

    SqlAnswers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Answer> find(String owner, String key) {
        return sql.select(OWNER, KEY, REQUEST, STATUS, BODY, AT)
                .from(ANSWER)
                .where(OWNER.eq(owner), KEY.eq(key))
                .fetchOptional(row ->
                        new Answer(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    @Override
    public void add(Answer answer) {
        var row = new Row()
                .with(OWNER, answer.owner())
                .with(KEY, answer.key())
                .with(REQUEST, answer.request())
                .with(STATUS, answer.status())
                .with(BODY, answer.body())
                .with(AT, answer.at())
                .values();
        Violations.guarded(
                () -> sql.insertInto(ANSWER).set(row).execute(),
                () -> new Refused.Conflict("A request with this idempotency key is being answered just now."));
    }

    @Override
    public void removeBefore(Instant limit) {
        sql.deleteFrom(ANSWER).where(AT.lt(limit)).execute();
    }

    @Override
    public void removeHolding(String text) {
        sql.deleteFrom(ANSWER)
                .where(DSL.position(DSL.lower(BODY), text.toLowerCase(Locale.ROOT))
                        .gt(0))
                .execute();
    }
}
