package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static org.jooq.impl.DSL.noCondition;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Subscribers;
import dev.allclear.language.Language;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Subscribers, one row each.
final class SqlSubscribers implements Subscribers {

    private static final Table<Record> SUBSCRIBER = table("subscriber");
    private static final Field<SubscriberId> ID =
            value("id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    private static final Field<EmailAddress> ADDRESS =
            value("address", EmailAddress.class, EmailAddress::new, EmailAddress::value);
    private static final Field<String> ADDRESS_KEY = text("address_key");
    private static final Field<StandingName> STANDING = oneOf("standing", StandingName.class);
    private static final Field<Instant> STANDING_AT = instant("standing_at");
    private static final Field<String> STANDING_NOTE = text("standing_note");
    private static final Field<String> COMPONENTS = text("components");
    private static final Field<String> GROUPS = text("groups");
    private static final Field<String> REGIONS = text("regions");
    private static final Field<String> KINDS = text("kinds");
    private static final Field<Language> LANGUAGE = value("language", Language.class, Language::new, Language::tag);
    private static final Field<ZoneId> ZONE = value("zone", ZoneId.class, ZoneId::of, ZoneId::getId);
    private static final Field<Instant> CREATED_AT = instant("created_at");
    private static final List<Field<?>> COLUMNS = List.of(
            PAGE_ID,
            ID,
            ADDRESS,
            STANDING,
            STANDING_AT,
            STANDING_NOTE,
            COMPONENTS,
            GROUPS,
            REGIONS,
            KINDS,
            LANGUAGE,
            ZONE,
            CREATED_AT);

    private final DSLContext sql;
    private final boolean writing;

    /// @param writing whether whom we find may be changed: then nobody else changes them until the transaction ends
    SqlSubscribers(DSLContext sql, boolean writing) {
        this.sql = sql;
        this.writing = writing;
    }

    private enum StandingName {
        PENDING,
        CONFIRMED,
        LEFT
    }

    @Override
    public void save(Subscriber subscriber) {
        var row = row(subscriber).values();
        Violations.guarded(
                () -> sql.insertInto(SUBSCRIBER)
                        .set(row)
                        .onConflict(PAGE_ID, ID)
                        .doUpdate()
                        .set(row)
                        .execute(),
                () -> new Refused.ChangedMeanwhile("subscription"));
    }

    private static Row row(Subscriber subscriber) {
        var choice = subscriber.choice();
        var row = new Row()
                .with(PAGE_ID, subscriber.page())
                .with(ID, subscriber.id())
                .with(ADDRESS, subscriber.address())
                .with(ADDRESS_KEY, subscriber.address().key())
                .with(COMPONENTS, joined(choice.components(), ComponentId::value))
                .with(GROUPS, joined(choice.groups(), GroupId::value))
                .with(REGIONS, joined(choice.regions(), RegionId::value))
                .with(KINDS, joined(choice.kinds(), Choice.Kind::key))
                .with(LANGUAGE, subscriber.language())
                .with(ZONE, subscriber.zone())
                .with(CREATED_AT, subscriber.createdAt());
        return switch (subscriber.standing()) {
            case Standing.Pending() -> standing(row, StandingName.PENDING, Optional.empty(), Optional.empty());
            case Standing.Confirmed(var at, var proof) ->
                standing(row, StandingName.CONFIRMED, Optional.of(at), Optional.of(proof));
            case Standing.Left(var at, var why) -> standing(row, StandingName.LEFT, Optional.of(at), Optional.of(why));
        };
    }

    private static Row standing(Row row, StandingName name, Optional<Instant> at, Optional<String> note) {
        // What a mail server said may stand in the note, and it may say anything.
        return row.with(STANDING, name).with(STANDING_AT, at).with(STANDING_NOTE, note.map(Columns::cleaned));
    }

    private static <T> String joined(Collection<T> chosen, Function<T, String> id) {
        return chosen.stream().map(id).sorted().collect(Collectors.joining(" "));
    }

    private static <T> Set<T> split(String chosen, Function<String, T> id) {
        return chosen.isEmpty()
                ? Set.of()
                : Stream.of(chosen.split(" ", -1)).map(id).collect(Collectors.toSet());
    }

    private static Subscriber subscriber(Record row) {
        var standing = switch (row.get(STANDING)) {
            case PENDING -> new Standing.Pending();
            case CONFIRMED -> new Standing.Confirmed(row.get(STANDING_AT), row.get(STANDING_NOTE));
            case LEFT -> new Standing.Left(row.get(STANDING_AT), row.get(STANDING_NOTE));
        };
        var choice = new Choice(
                split(row.get(COMPONENTS), ComponentId::new),
                split(row.get(GROUPS), GroupId::new),
                split(row.get(REGIONS), RegionId::new),
                split(row.get(KINDS), kind -> Choice.Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
        return new Subscriber(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(ADDRESS),
                standing,
                choice,
                row.get(LANGUAGE),
                Optional.ofNullable(row.get(ZONE)),
                row.get(CREATED_AT));
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
                .fetchOptional(SqlSubscribers::subscriber);
    }

    @Override
    public List<Subscriber> confirmedAfter(PageId page, Optional<SubscriberId> last, int limit) {
        return sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(
                        PAGE_ID.eq(page),
                        STANDING.eq(StandingName.CONFIRMED),
                        last.map(ID::gt).orElse(noCondition()))
                .orderBy(ID)
                .limit(limit)
                .fetch(SqlSubscribers::subscriber);
    }

    @Override
    public long confirmedCount(PageId page) {
        return sql.fetchCount(SUBSCRIBER, PAGE_ID.eq(page), STANDING.eq(StandingName.CONFIRMED));
    }

    @Override
    public List<Subscriber> search(PageId page, String text, int offset, int limit) {
        return sql.select(COLUMNS)
                .from(SUBSCRIBER)
                .where(PAGE_ID.eq(page), Columns.holds(ADDRESS_KEY, text))
                .orderBy(CREATED_AT.desc(), ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(SqlSubscribers::subscriber);
    }

    @Override
    public void erase(PageId page, SubscriberId id) {
        // The person first: whoever adds deliveries at this moment either is done, or finds nobody any more.
        sql.deleteFrom(SUBSCRIBER).where(PAGE_ID.eq(page), ID.eq(id)).execute();
        new SqlDeliveries(sql, () -> {}).erase(page, id);
    }

    /// Those of them who are still there, and stay there until we are done.
    static Set<SubscriberId> held(DSLContext sql, PageId page, Collection<SubscriberId> among) {
        var query = sql.select(ID).from(SUBSCRIBER).where(PAGE_ID.eq(page), ID.in(among));
        return Columns.isPostgres(sql) ? query.forKeyShare().fetchSet(ID) : query.fetchSet(ID);
    }
}
