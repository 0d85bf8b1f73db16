package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.audience.Retention;
import dev.allclear.audience.Retentions;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Retention as a row per page that said something of its own.
final class SqlRetentions implements Retentions {

    private static final Table<Record> RETENTION = table("retention");
    private static final Field<Long> LEFT_DAYS = number("left_days");
    private static final Field<Long> DELIVERY_DAYS = number("delivery_days");
    private static final Field<Long> VERSION = number("version");

    private final DSLContext sql;

    SqlRetentions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Stored<Retention> of(PageId page) {
        return sql.select(LEFT_DAYS, DELIVERY_DAYS, VERSION)
                .from(RETENTION)
                .where(PAGE_ID.eq(page))
                .fetchOptional(row -> new Stored<>(
                        new Retention(Duration.ofDays(row.value1()), Duration.ofDays(row.value2())), row.value3()))
                .orElseGet(() -> new Stored<>(Retention.USUAL, 0));
    }

    @Override
    public void save(PageId page, Retention retention, long version) {
        var row = new Row()
                .with(PAGE_ID, page)
                .with(LEFT_DAYS, retention.left().toDays())
                .with(DELIVERY_DAYS, retention.deliveries().toDays())
                .with(VERSION, version + 1)
                .values();
        var saved = version == 0
                ? sql.insertInto(RETENTION).set(row).onConflictDoNothing().execute()
                : sql.update(RETENTION)
                        .set(row)
                        .where(PAGE_ID.eq(page), VERSION.eq(version))
                        .execute();
        if (saved == 0) {
            throw new Refused.ChangedMeanwhile("retention");
        }
    }
}
