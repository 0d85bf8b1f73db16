package dev.allclear.store;

import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;

import dev.allclear.sender.SigningKey;
import dev.allclear.sender.SigningKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Signing keys, a row each; the private half is sealed before it gets here.
final class SqlSigningKeys implements SigningKeys {

    private static final Table<Record> SIGNING_KEY = table("signing_key");
    private static final Field<String> DOMAIN = text("domain");
    private static final Field<String> SELECTOR = text("selector");
    private static final Field<String> SEALED = text("sealed");
    private static final Field<String> PUBLISHED = text("published");
    private static final Field<Instant> MADE_AT = instant("made_at");
    private static final Field<Instant> SIGNS_SINCE = instant("signs_since");
    private static final Field<Instant> RETIRED_AT = instant("retired_at");

    private final DSLContext sql;

    SqlSigningKeys(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<SigningKey> all(String domain) {
        return sql.select(DOMAIN, SELECTOR, SEALED, PUBLISHED, MADE_AT, SIGNS_SINCE, RETIRED_AT)
                .from(SIGNING_KEY)
                .where(DOMAIN.eq(domain))
                .orderBy(MADE_AT.desc(), SELECTOR.desc())
                .fetch(SqlSigningKeys::key);
    }

    @Override
    public void save(SigningKey key) {
        var row = new Row()
                .with(DOMAIN, key.domain())
                .with(SELECTOR, key.selector())
                .with(SEALED, key.sealed())
                .with(PUBLISHED, key.published())
                .with(MADE_AT, key.madeAt())
                .with(SIGNS_SINCE, key.signsSince())
                .with(RETIRED_AT, key.retiredAt())
                .values();
        sql.insertInto(SIGNING_KEY)
                .set(row)
                .onConflict(DOMAIN, SELECTOR)
                .doUpdate()
                .set(row)
                .execute();
    }

    private static SigningKey key(Record row) {
        return new SigningKey(
                row.get(DOMAIN),
                row.get(SELECTOR),
                row.get(SEALED),
                row.get(PUBLISHED),
                row.get(MADE_AT),
                Optional.ofNullable(row.get(SIGNS_SINCE)),
                Optional.ofNullable(row.get(RETIRED_AT)));
    }
}
