package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.people.ApiKey;
import dev.allclear.people.ApiKeyId;
import dev.allclear.people.ApiKeys;
import dev.allclear.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// API keys as rows.
final class SqlApiKeys implements ApiKeys {

    private static final Table<Record> API_KEY = table("api_key");
    private static final Field<ApiKeyId> ID = value("id", ApiKeyId.class, ApiKeyId::new, ApiKeyId::value);
    private static final Field<String> NAME = text("name");
    private static final Field<String> PREFIX = text("prefix");
    private static final Field<String> HASH = text("hash");
    private static final Field<Role> SCOPE = oneOf("scope", Role.class);
    private static final Field<Instant> CREATED_AT = instant("created_at");
    private static final Field<Instant> EXPIRES_AT = instant("expires_at");
    private static final Field<Instant> LAST_USED_AT = instant("last_used_at");
    private static final Field<Instant> REVOKED_AT = instant("revoked_at");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, ID, NAME, PREFIX, HASH, SCOPE, CREATED_AT, EXPIRES_AT, LAST_USED_AT, REVOKED_AT);

    private final DSLContext sql;

    SqlApiKeys(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(ApiKey key) {
        var row = new Row()
                .with(PAGE_ID, key.page())
                .with(ID, key.id())
                .with(NAME, key.name())
                .with(PREFIX, key.prefix())
                .with(HASH, key.hash())
                .with(SCOPE, key.scope())
                .with(CREATED_AT, key.createdAt())
                .with(EXPIRES_AT, key.expiresAt())
                .with(LAST_USED_AT, key.lastUsedAt())
                .with(REVOKED_AT, key.revokedAt())
                .values();
        Violations.guarded(
                () -> sql.insertInto(API_KEY).set(row).execute(),
                () -> new Refused.Conflict("This API key is there already."));
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
        return sql.select(COLUMNS).from(API_KEY).where(HASH.eq(hash)).fetchOptional(SqlApiKeys::key);
    }

    @Override
    public List<ApiKey> all(PageId page) {
        return sql.select(COLUMNS)
                .from(API_KEY)
                .where(PAGE_ID.eq(page))
                .orderBy(CREATED_AT.desc(), ID.desc())
                .fetch(SqlApiKeys::key);
    }

    private static ApiKey key(Record row) {
        return new ApiKey(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(NAME),
                row.get(PREFIX),
                row.get(HASH),
                row.get(SCOPE),
                row.get(CREATED_AT),
                Optional.ofNullable(row.get(EXPIRES_AT)),
                Optional.ofNullable(row.get(LAST_USED_AT)),
                Optional.ofNullable(row.get(REVOKED_AT)));
    }

    @Override
    public void revoke(PageId page, ApiKeyId id, Instant at) {
        sql.update(API_KEY)
                .set(REVOKED_AT, at)
                .where(PAGE_ID.eq(page), ID.eq(id), REVOKED_AT.isNull())
                .execute();
    }

    @Override
    public void used(ApiKeyId id, Instant at) {
        sql.update(API_KEY).set(LAST_USED_AT, at).where(ID.eq(id)).execute();
    }
}
