package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.number;

import dev.allclear.PageId;
import dev.allclear.Refused;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What each page has one row of, which counts its versions, so that nobody overwrites what they have not seen. Without
/// a row it is at version 0.
final class Counted {

    static final Field<Long> VERSION = number("version");

    private Counted() {}

    /// @param row all but the page and the version
    /// @param seen the version that was read
    /// @param what as whoever was too late is told
    static void save(DSLContext sql, Table<Record> table, PageId page, Row row, long seen, String what) {
        var values = row.with(PAGE_ID, page).with(VERSION, seen + 1).values();
        var saved = seen == 0
                ? sql.insertInto(table).set(values).onConflictDoNothing().execute()
                : sql.update(table)
                        .set(values)
                        .where(PAGE_ID.eq(page), VERSION.eq(seen))
                        .execute();
        if (saved == 0) {
            throw new Refused.ChangedMeanwhile(what);
        }
    }
}
