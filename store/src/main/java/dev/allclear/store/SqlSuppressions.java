package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.suppression.AddressMark;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.suppression.Suppression.Release;
import dev.allclear.suppression.Suppressions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Suppressed addresses, a row each.
final class SqlSuppressions implements Suppressions {

    static final Field<AddressMark> ADDRESS_MARK =
            value("address_mark", AddressMark.class, AddressMark::new, AddressMark::value);

    private static final Table<Record> SUPPRESSION = table("suppression");
    private static final Field<String> MASKED = text("masked");
    private static final Field<Reason> REASON = oneOf("reason", Reason.class);
    private static final Field<String> DETAIL = text("detail");
    private static final Field<Instant> AT = instant("at");
    private static final Field<Instant> RELEASED_AT = instant("released_at");
    private static final Field<String> RELEASED_BY = text("released_by");
    private static final Field<String> RELEASED_WHY = text("released_why");
    private static final List<Field<?>> COLUMNS =
            List.of(PAGE_ID, ADDRESS_MARK, MASKED, REASON, DETAIL, AT, RELEASED_AT, RELEASED_BY, RELEASED_WHY);

    private final DSLContext sql;

    SqlSuppressions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void save(Suppression suppression) {
        var row = new Row()
                .with(PAGE_ID, suppression.page())
                .with(ADDRESS_MARK, suppression.mark())
                .with(MASKED, suppression.masked())
                .with(REASON, suppression.reason())
                // What a mail server said may stand in it, and it may say anything.
                .with(DETAIL, Columns.cleaned(suppression.detail()))
                .with(AT, suppression.at())
                .with(RELEASED_AT, suppression.release().map(Release::at))
                .with(RELEASED_BY, suppression.release().map(Release::by))
                .with(RELEASED_WHY, suppression.release().map(Release::why))
                .values();
        sql.insertInto(SUPPRESSION)
                .set(row)
                .onConflict(PAGE_ID, ADDRESS_MARK)
                .doUpdate()
                .set(row)
                .execute();
    }

    @Override
    public Optional<Suppression> find(PageId page, AddressMark mark) {
        return sql.select(COLUMNS)
                .from(SUPPRESSION)
                .where(PAGE_ID.eq(page), ADDRESS_MARK.eq(mark))
                .fetchOptional(SqlSuppressions::suppression);
    }

    @Override
    public List<Suppression> among(PageId page, Collection<AddressMark> marks) {
        return sql.select(COLUMNS)
                .from(SUPPRESSION)
                .where(PAGE_ID.eq(page), ADDRESS_MARK.in(marks), RELEASED_AT.isNull())
                .fetch(SqlSuppressions::suppression);
    }

    @Override
    public boolean any(PageId page) {
        return sql.fetchExists(SUPPRESSION, PAGE_ID.eq(page), RELEASED_AT.isNull());
    }

    @Override
    public long count(PageId page, Wanted wanted) {
        return sql.fetchCount(SUPPRESSION, PAGE_ID.eq(page), matches(wanted));
    }

    @Override
    public List<Suppression> list(PageId page, Wanted wanted, int offset, int limit) {
        return sql.select(COLUMNS)
                .from(SUPPRESSION)
                .where(PAGE_ID.eq(page), matches(wanted))
                .orderBy(AT.desc(), ADDRESS_MARK.desc())
                .offset(offset)
                .limit(limit)
                .fetch(SqlSuppressions::suppression);
    }

    private static Condition matches(Wanted wanted) {
        var state = wanted.released() ? RELEASED_AT.isNotNull() : RELEASED_AT.isNull();
        return state.and(wanted.reason().map(REASON::eq).orElse(noCondition()));
    }

    @Override
    public void forget(PageId page, AddressMark mark) {
        sql.update(SUPPRESSION)
                .set(MASKED, "")
                .where(PAGE_ID.eq(page), ADDRESS_MARK.eq(mark))
                .execute();
    }

    private static Suppression suppression(Record row) {
        var release = Optional.ofNullable(row.get(RELEASED_AT))
                .map(at -> new Release(at, row.get(RELEASED_BY), row.get(RELEASED_WHY)));
        return new Suppression(
                row.get(PAGE_ID),
                row.get(ADDRESS_MARK),
                row.get(MASKED),
                row.get(REASON),
                row.get(DETAIL),
                row.get(AT),
                release);
    }
}
