package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.SubscriberTable.ADDRESS_KEY;
import static dev.allclear.store.SubscriberTable.COLUMNS;
import static dev.allclear.store.SubscriberTable.COMPONENTS;
import static dev.allclear.store.SubscriberTable.CREATED_AT;
import static dev.allclear.store.SubscriberTable.GROUPS;
import static dev.allclear.store.SubscriberTable.ID;
import static dev.allclear.store.SubscriberTable.KINDS;
import static dev.allclear.store.SubscriberTable.PAUSED_UNTIL;
import static dev.allclear.store.SubscriberTable.REGIONS;
import static dev.allclear.store.SubscriberTable.STANDING;
import static dev.allclear.store.SubscriberTable.STANDING_AT;
import static dev.allclear.store.SubscriberTable.SUBSCRIBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Listed;
import dev.allclear.audience.Selection;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Subscribers;
import dev.allclear.audience.Tag;
import dev.allclear.store.SubscriberTable.StandingName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Subscribers, one row each.
final class SqlSubscribers implements Subscribers {

    private static final Table<Record> TAG = table("subscriber_tag");
    private static final Field<Tag> WORD = value("word", Tag.class, Tag::new, Tag::word);

    private final DSLContext sql;
    private final boolean writing;
    private final Runnable erased;

    /// @param writing whether whom we find may be changed: then nobody else changes them until the transaction ends
    /// @param erased called when something of a person is deleted
    SqlSubscribers(DSLContext sql, boolean writing, Runnable erased) {
        this.sql = sql;
        this.writing = writing;
        this.erased = erased;
    }

    @Override
    public void save(Subscriber subscriber) {
        var row = SubscriberTable.row(subscriber).values();
        Violations.guarded(
                () -> sql.insertInto(SUBSCRIBER)
                        .set(row)
                        .onConflict(PAGE_ID, ID)
                        .doUpdate()
                        .set(row)
                        .execute(),
                () -> new Refused.ChangedMeanwhile("subscription"));
        note(List.of(subscriber));
    }

    @Override
    public void addMissing(Collection<Subscriber> newcomers) {
        Rows.insertMissing(
                sql, SUBSCRIBER, newcomers.stream().map(SubscriberTable::row).toList());
        note(newcomers);
    }

    @Override
    public void replace(Collection<Subscriber> known) {
        Rows.insertOrReplace(
                sql,
                SUBSCRIBER,
                List.of(PAGE_ID, ID),
                known.stream().map(SubscriberTable::row).toList());
        note(known);
    }

    private void note(Collection<Subscriber> tagged) {
        var rows = tagged.stream()
                .flatMap(one -> one.tags().stream()
                        .map(tag -> new Row().with(PAGE_ID, one.page()).with(WORD, tag)))
                .collect(Collectors.toMap(Row::values, row -> row, (one, _) -> one));
        Rows.insertMissing(sql, TAG, rows.values());
    }

    @Override
    public Optional<Subscriber> find(PageId page, SubscriberId id) {
        return find(PAGE_ID.eq(page).and(ID.eq(id)));
    }

    @Override
    public Optional<Subscriber> findByAddress(PageId page, EmailAddress address) {
        return find(PAGE_ID.eq(page).and(ADDRESS_KEY.eq(address.key())));
    }

    private Optional<Subscriber> find(Condition which) {
        return Columns.held(sql, writing, sql.select(COLUMNS).from(SUBSCRIBER).where(which))
                .fetchOptional(SubscriberTable::subscriber);
    }

    @Override
    public Map<String, Subscriber> among(PageId page, Collection<EmailAddress> addresses) {
        var keys = addresses.stream().map(EmailAddress::key).toList();
        var found = new HashMap<String, Subscriber>();
        var query = sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Columns.among(sql, ADDRESS_KEY, keys))
                // Always in one order, so that two who hold many never wait for each other.
                .orderBy(ADDRESS_KEY);
        Columns.held(sql, writing, query).forEach(row -> {
            var one = SubscriberTable.subscriber(row);
            found.put(one.address().key(), one);
        });
        return found;
    }

    @Override
    public List<Subscriber> confirmedAfter(PageId page, Optional<SubscriberId> last, int limit, Instant now) {
        return sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(
                        PAGE_ID.eq(page),
                        STANDING.eq(StandingName.CONFIRMED),
                        PAUSED_UNTIL.isNull().or(PAUSED_UNTIL.le(now)),
                        last.map(ID::gt).orElse(noCondition()))
                .orderBy(ID)
                .limit(limit)
                .fetch(SubscriberTable::subscriber);
    }

    /// The same, their ids alone.
    static List<SubscriberId> confirmedIdsAfter(DSLContext sql, PageId page, Optional<SubscriberId> last, int limit) {
        return sql.select(ID)
                .from(SUBSCRIBER)
                .where(
                        PAGE_ID.eq(page),
                        STANDING.eq(StandingName.CONFIRMED),
                        last.map(ID::gt).orElse(noCondition()))
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
    }

    @Override
    public List<Subscriber> confirmedWithin(PageId page, Optional<SubscriberId> after, Optional<SubscriberId> upto) {
        return sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(
                        PAGE_ID.eq(page),
                        STANDING.eq(StandingName.CONFIRMED),
                        after.map(ID::gt).orElse(noCondition()),
                        upto.map(ID::le).orElse(noCondition()))
                .orderBy(ID)
                .fetch(SubscriberTable::subscriber);
    }

    @Override
    public List<Subscriber> findAll(PageId page, Collection<SubscriberId> ids) {
        return sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Columns.among(sql, ID, ids))
                .fetch(SubscriberTable::subscriber);
    }

    @Override
    public Set<SubscriberId> confirmedAmong(PageId page, Collection<SubscriberId> ids) {
        return sql.select(ID)
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Columns.among(sql, ID, ids), STANDING.eq(StandingName.CONFIRMED))
                .fetchSet(ID);
    }

    @Override
    public long confirmedCount(PageId page) {
        return sql.fetchCount(SUBSCRIBER, PAGE_ID.eq(page), STANDING.eq(StandingName.CONFIRMED));
    }

    @Override
    public Listed list(PageId page, Selection which, Optional<String> after, int limit) {
        var order = ListOrder.of(which);
        var found = sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(
                        PAGE_ID.eq(page),
                        listed(page, which, after.map(order::after).orElse(noCondition()), limit + 1))
                .orderBy(order.columns())
                // One more, to know whether there are more.
                .limit(limit + 1)
                .fetch(SubscriberTable::subscriber);
        return found.size() <= limit
                ? new Listed(found, Optional.empty())
                : new Listed(found.subList(0, limit), Optional.of(order.mark(found.get(limit - 1))));
    }

    /// A part of an address is looked for in the index of addresses alone, which is a fifth of the rows: both databases
    /// would fetch the row of each address before they look at it.
    private Condition listed(PageId page, Selection which, Condition after, int limit) {
        var selected = Selected.by(which).and(after);
        return Selected.isPartOfAddressAlone(which)
                ? ADDRESS_KEY.in(select(ADDRESS_KEY)
                        .from(SUBSCRIBER)
                        .where(PAGE_ID.eq(page), selected)
                        .orderBy(ADDRESS_KEY)
                        .limit(limit))
                : selected;
    }

    @Override
    public List<Subscriber> each(PageId page, Selection which, Optional<SubscriberId> last, int limit) {
        var query = sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Selected.by(which), last.map(ID::gt).orElse(noCondition()))
                .orderBy(ID)
                .limit(limit);
        return Columns.held(sql, writing, query).fetch(SubscriberTable::subscriber);
    }

    @Override
    public long count(PageId page, Selection which, long limit) {
        return sql.fetchCount(selectOne()
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Selected.by(which))
                .limit(limit));
    }

    @Override
    public Map<Choice, Long> choices(PageId page) {
        var counted = new HashMap<Choice, Long>();
        sql.select(COMPONENTS, GROUPS, REGIONS, inline("incidents maintenance").as(KINDS), DSL.count())
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Selected.CHOOSY)
                .groupBy(COMPONENTS, GROUPS, REGIONS)
                .forEach(row ->
                        counted.put(SubscriberTable.choice(row), row.value5().longValue()));
        return counted;
    }

    @Override
    public Set<Tag> tags(PageId page) {
        return sql.select(WORD).from(TAG).where(PAGE_ID.eq(page)).fetchSet(WORD);
    }

    @Override
    public List<Subscriber> overdue(PageId page, Instant unconfirmedSince, Instant leftSince, int limit) {
        var unconfirmed = STANDING.eq(StandingName.PENDING).and(CREATED_AT.lt(unconfirmedSince));
        var left = STANDING.eq(StandingName.LEFT).and(STANDING_AT.lt(leftSince));
        return Stream.of(unconfirmed, left)
                .flatMap(which -> sql
                        .select(COLUMNS)
                        .from(SUBSCRIBER)
                        .where(PAGE_ID.eq(page), which)
                        .limit(limit)
                        .fetch(SubscriberTable::subscriber)
                        .stream())
                .toList();
    }

    @Override
    public void endPauses(Instant now) {
        sql.update(SUBSCRIBER)
                .setNull(PAUSED_UNTIL)
                .where(PAUSED_UNTIL.isNotNull(), PAUSED_UNTIL.le(now))
                .execute();
    }

    @Override
    public void erase(PageId page, SubscriberId id) {
        // Whoever writes down an outcome at this moment either is done, or finds nobody any more.
        SqlPortions.waitFor(sql, page, id);
        sql.deleteFrom(SUBSCRIBER).where(PAGE_ID.eq(page), ID.eq(id)).execute();
        new DeliveryChanges(sql).erase(page, id);
        erased.run();
    }

    /// Whether that subscriber is still there.
    static Condition isThere(Field<PageId> page, Field<SubscriberId> subscriber) {
        return exists(selectOne()
                .from(SUBSCRIBER)
                .where(
                        within("subscriber", PAGE_ID).eq(page),
                        within("subscriber", ID).eq(subscriber)));
    }

    /// Those of them who are still there.
    static Set<SubscriberId> present(DSLContext sql, PageId page, Collection<SubscriberId> among) {
        return whoIsThere(sql, page, among).fetchSet(ID);
    }

    /// Those of them who are still there, and stay until the transaction ends.
    static Set<SubscriberId> staying(DSLContext sql, PageId page, Collection<SubscriberId> among) {
        var query = whoIsThere(sql, page, among).orderBy(ID);
        return Columns.isPostgres(sql) ? query.forKeyShare().fetchSet(ID) : query.fetchSet(ID);
    }

    private static SelectConditionStep<Record1<SubscriberId>> whoIsThere(
            DSLContext sql, PageId page, Collection<SubscriberId> among) {
        return sql.select(ID).from(SUBSCRIBER).where(PAGE_ID.eq(page), Columns.among(sql, ID, among));
    }
}
