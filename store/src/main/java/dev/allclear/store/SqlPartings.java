package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;

import dev.allclear.PageId;
import dev.allclear.audience.Partings;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Partings as rows.
final class SqlPartings implements Partings {

    private static final Table<Record> PARTING = table("parting");
    private static final Field<String> SEAL = text("seal");
    private static final Field<Reason> REASON = oneOf("reason", Reason.class);
    private static final Field<Instant> AT = instant("at");

    private final DSLContext sql;

    SqlPartings(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void note(PageId page, Collection<Parting> partings) {
        var rows = partings.stream()
                .map(one -> new Row()
                        .with(PAGE_ID, page)
                        .with(SEAL, one.seal())
                        .with(REASON, one.reason())
                        .with(AT, one.at()))
                .toList();
        Rows.insertOrReplace(sql, PARTING, List.of(PAGE_ID, SEAL), rows);
    }

    @Override
    public Map<String, Parting> among(PageId page, Collection<String> seals) {
        return sql.select(SEAL, REASON, AT)
                .from(PARTING)
                .where(PAGE_ID.eq(page), Columns.among(sql, SEAL, seals))
                .fetchMap(SEAL, row -> new Parting(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public void forget(PageId page, String seal) {
        sql.deleteFrom(PARTING).where(PAGE_ID.eq(page), SEAL.eq(seal)).execute();
    }
}
