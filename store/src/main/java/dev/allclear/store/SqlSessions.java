package dev.allclear.store;

import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.SqlAccounts.ACCOUNT_ID;

import dev.allclear.people.AccountId;
import dev.allclear.people.OneTimeLink;
import dev.allclear.people.Session;
import dev.allclear.people.Sessions;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Sessions and one-time links as rows; what has expired is swept away whenever something new comes in.
final class SqlSessions implements Sessions {

    private static final Table<Record> SESSION = table("session");
    private static final Field<String> TOKEN_HASH = text("token_hash");
    private static final Field<String> FORM_TOKEN = text("form_token");
    private static final Field<Instant> CREATED_AT = instant("created_at");
    private static final Field<Instant> EXPIRES_AT = instant("expires_at");

    private static final Table<Record> ONE_TIME_LINK = table("one_time_link");
    private static final Field<OneTimeLink.Purpose> PURPOSE = oneOf("purpose", OneTimeLink.Purpose.class);

    private final DSLContext sql;

    SqlSessions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(Session session) {
        sql.deleteFrom(SESSION).where(EXPIRES_AT.le(session.createdAt())).execute();
        sql.insertInto(SESSION)
                .set(TOKEN_HASH, session.tokenHash())
                .set(ACCOUNT_ID, session.account())
                .set(FORM_TOKEN, session.formToken())
                .set(CREATED_AT, session.createdAt())
                .set(EXPIRES_AT, session.expiresAt())
                .execute();
    }

    @Override
    public Optional<Session> find(String tokenHash, Instant now) {
        return sql.select(TOKEN_HASH, ACCOUNT_ID, FORM_TOKEN, CREATED_AT, EXPIRES_AT)
                .from(SESSION)
                .where(isValid(tokenHash, now))
                .fetchOptional(
                        row -> new Session(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    @Override
    public void remove(String tokenHash) {
        sql.deleteFrom(SESSION).where(TOKEN_HASH.eq(tokenHash)).execute();
    }

    @Override
    public void removeAllOf(AccountId account) {
        sql.deleteFrom(SESSION).where(ACCOUNT_ID.eq(account)).execute();
    }

    @Override
    public void add(OneTimeLink link) {
        sql.insertInto(ONE_TIME_LINK)
                .set(new Row()
                        .with(TOKEN_HASH, link.tokenHash())
                        .with(PURPOSE, link.purpose())
                        .with(ACCOUNT_ID, link.account())
                        .with(EXPIRES_AT, link.expiresAt())
                        .values())
                .execute();
    }

    @Override
    public Optional<OneTimeLink> redeem(String tokenHash, Instant now) {
        var link = sql.deleteFrom(ONE_TIME_LINK)
                .where(isValid(tokenHash, now))
                .returning(TOKEN_HASH, PURPOSE, ACCOUNT_ID, EXPIRES_AT)
                .fetchOptional()
                .map(SqlSessions::link);
        sql.deleteFrom(ONE_TIME_LINK).where(EXPIRES_AT.le(now)).execute();
        return link;
    }

    @Override
    public Optional<OneTimeLink> peek(String tokenHash, Instant now) {
        return sql.select(TOKEN_HASH, PURPOSE, ACCOUNT_ID, EXPIRES_AT)
                .from(ONE_TIME_LINK)
                .where(isValid(tokenHash, now))
                .fetchOptional(SqlSessions::link);
    }

    private static Condition isValid(String tokenHash, Instant now) {
        return TOKEN_HASH.eq(tokenHash).and(EXPIRES_AT.gt(now));
    }

    private static OneTimeLink link(Record row) {
        return new OneTimeLink(
                row.get(TOKEN_HASH), row.get(PURPOSE), Optional.ofNullable(row.get(ACCOUNT_ID)), row.get(EXPIRES_AT));
    }
}
