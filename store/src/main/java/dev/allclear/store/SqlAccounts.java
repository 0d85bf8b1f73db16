package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Accounts;
import dev.allclear.people.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Accounts as rows, with a row for each role on a page.
final class SqlAccounts implements Accounts {

    static final Field<AccountId> ACCOUNT_ID = accountId("account_id");

    private static final Table<Record> ACCOUNT = table("account");
    private static final Field<AccountId> ID = accountId("id");
    private static final Field<EmailAddress> EMAIL =
            value("email", EmailAddress.class, EmailAddress::new, EmailAddress::value);
    private static final Field<String> EMAIL_KEY = text("email_key");
    private static final Field<String> NAME = text("name");
    private static final Field<String> PASSWORD_HASH = text("password_hash");
    private static final Field<Instant> CREATED_AT = instant("created_at");

    private static final Table<Record> ACCOUNT_ROLE = table("account_role");
    private static final Field<Role> ROLE = oneOf("role", Role.class);

    private final DSLContext sql;
    private final boolean writing;

    /// @param writing whether whom we find may be changed: then nobody else changes them until the transaction ends
    SqlAccounts(DSLContext sql, boolean writing) {
        this.sql = sql;
        this.writing = writing;
    }

    private static Field<AccountId> accountId(String name) {
        return value(name, AccountId.class, AccountId::new, AccountId::value);
    }

    @Override
    public void save(Account account) {
        var row = new Row()
                .with(ID, account.id())
                .with(EMAIL, account.email())
                .with(EMAIL_KEY, account.email().key())
                .with(NAME, account.name())
                .with(PASSWORD_HASH, account.passwordHash())
                .with(CREATED_AT, account.createdAt())
                .values();
        Violations.guarded(
                () -> sql.insertInto(ACCOUNT)
                        .set(row)
                        .onConflict(ID)
                        .doUpdate()
                        .set(row)
                        .execute(),
                () -> new Refused.Conflict("Another account has this email address."));
        sql.deleteFrom(ACCOUNT_ROLE).where(ACCOUNT_ID.eq(account.id())).execute();
        Rows.insert(
                sql,
                ACCOUNT_ROLE,
                account.roles().entrySet().stream()
                        .map(role -> new Row()
                                .with(ACCOUNT_ID, account.id())
                                .with(PAGE_ID, role.getKey())
                                .with(ROLE, role.getValue()))
                        .toList());
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return find(ID.eq(id)).stream().findFirst();
    }

    @Override
    public Optional<Account> findByEmail(EmailAddress email) {
        return find(EMAIL_KEY.eq(email.key())).stream().findFirst();
    }

    @Override
    public List<Account> all() {
        return find(noCondition());
    }

    private List<Account> find(Condition which) {
        var query = sql.select(ID, EMAIL, NAME, PASSWORD_HASH, CREATED_AT)
                .from(ACCOUNT)
                .where(which)
                .orderBy(lower(NAME), ID);
        // Roles after them: they change with their account, and so not any more.
        var rows = Columns.held(sql, writing, query).fetch();
        var roles = new HashMap<AccountId, Map<PageId, Role>>();
        sql.select(ACCOUNT_ID, PAGE_ID, ROLE)
                .from(ACCOUNT_ROLE)
                .where(ACCOUNT_ID.in(rows.getValues(ID)))
                .forEach(row -> roles.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return rows.stream()
                .map(row -> account(row, roles.getOrDefault(row.get(ID), Map.of())))
                .toList();
    }

    private static Account account(Record row, Map<PageId, Role> roles) {
        return new Account(
                row.get(ID),
                row.get(EMAIL),
                row.get(NAME),
                Optional.ofNullable(row.get(PASSWORD_HASH)),
                roles,
                row.get(CREATED_AT));
    }

    /// Those of them that are accounts, by the ids under which mails go to them.
    static Set<SubscriberId> among(DSLContext sql, Collection<SubscriberId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var accounts = ids.stream().map(id -> new AccountId(id.value())).toList();
        return sql.select(ID)
                .from(ACCOUNT)
                .where(ID.in(accounts))
                .fetchSet(row -> new SubscriberId(row.get(ID).value()));
    }

    @Override
    public void remove(AccountId id) {
        // Roles, sessions and links go with it.
        sql.deleteFrom(ACCOUNT).where(ID.eq(id)).execute();
    }
}
