package dev.allclear.store;

import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import dev.allclear.delivery.Paces;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// One row per provider: until when its places are taken.
final class SqlPaces implements Paces {

    private static final Table<Record> PACE = table("pace");
    private static final Field<String> PROVIDER = text("provider");
    private static final Field<Long> FREE_AT = number("free_at");

    private final DSLContext sql;

    SqlPaces(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Duration reserve(String provider, int places, Duration apart, Instant now) {
        var agreed = new AgreedTime(sql, now).now().toEpochMilli();
        var taken = apart.multipliedBy(places).toMillis();
        var freeAt = sql.insertInto(PACE)
                .set(PROVIDER, provider)
                .set(FREE_AT, agreed + taken)
                .onConflict(PROVIDER)
                .doUpdate()
                .set(FREE_AT, greatest(within("pace", FREE_AT), val(agreed)).plus(taken))
                .returning(FREE_AT)
                .fetchSingle(FREE_AT);
        return Duration.ofMillis(Objects.requireNonNull(freeAt) - taken - agreed);
    }
}
