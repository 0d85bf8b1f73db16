package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.AFTER_ID;
import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.AnnouncementTable.ENDED;
import static dev.allclear.store.AnnouncementTable.HELD_UNTIL;
import static dev.allclear.store.AnnouncementTable.OPEN_PORTIONS;
import static dev.allclear.store.AnnouncementTable.PEOPLE;
import static dev.allclear.store.AnnouncementTable.PORTIONS;
import static dev.allclear.store.AnnouncementTable.REPLACED;
import static dev.allclear.store.AnnouncementTable.SEQ;
import static dev.allclear.store.AnnouncementTable.STOPPED;
import static dev.allclear.store.AnnouncementTable.SUBJECT;
import static dev.allclear.store.AnnouncementTable.THREAD;
import static dev.allclear.store.AnnouncementTable.TURN;
import static dev.allclear.store.AnnouncementTable.WEIGHT;
import static dev.allclear.store.AnnouncementTable.WHOLE;
import static dev.allclear.store.AnnouncementTable.isUnfinished;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Portions;
import dev.allclear.delivery.Weight;
import dev.allclear.store.AnnouncementTable.SubjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Portions as rows. A row of an announcement says how far it was cut; a row of a portion says who is at it.
final class SqlPortions implements Portions {

    private static final Table<Record> PORTION = table("portion");
    private static final Field<Long> ANNOUNCEMENT_SEQ = number("announcement_seq");
    private static final Field<Long> NUMBER = number("number");
    private static final Field<SubscriberId> UPTO_ID =
            value("upto_id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    private static final Field<Long> FENCE = number("fence");
    private static final Field<Instant> LEASE_UNTIL = instant("lease_until");
    private static final Field<Boolean> IS_REPLACED = flag("replaced");
    private static final Field<Long> OPEN_PEOPLE = number("open_people");

    private final DSLContext sql;

    SqlPortions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Portion> take(int size, Instant now, Duration lease) {
        var agreed = new AgreedTime(sql, now);
        return takeOver(agreed, lease).or(() -> {
            markReplaced(now);
            return next(now).map(announcement -> cut(announcement, size, agreed, lease));
        });
    }

    /// Others look past a row that somebody is just taking.
    private Optional<Portion> takeOver(AgreedTime agreed, Duration lease) {
        var columns = new ArrayList<Field<?>>(AnnouncementTable.COLUMNS.stream()
                .map(column -> within("a", column))
                .toList());
        var portion = Stream.of(ANNOUNCEMENT_SEQ, NUMBER, UPTO_ID, FENCE);
        var query = sql.select(columns)
                .select(portion.map(column -> within("p", column)).toList())
                .select(
                        within("p", AFTER_ID).as("from_id"),
                        within("p", IS_REPLACED).as("is_replaced"))
                .from(PORTION.as("p"))
                .join(ANNOUNCEMENT.as("a"))
                .on(within("a", SEQ).eq(within("p", ANNOUNCEMENT_SEQ)))
                .where(within("p", LEASE_UNTIL).le(agreed.now()))
                .orderBy(within("p", LEASE_UNTIL))
                .limit(1);
        var found = Columns.isPostgres(sql)
                ? query.forNoKeyUpdate().of(PORTION.as("p")).skipLocked().fetchOptional()
                : query.fetchOptional();
        return found.map(row -> {
            var until = agreed.after(lease);
            sql.update(PORTION)
                    .set(FENCE, FENCE.plus(1))
                    .set(LEASE_UNTIL, until)
                    .setNull(OPEN_PEOPLE)
                    .where(ANNOUNCEMENT_SEQ.eq(row.get(SEQ)), NUMBER.eq(row.get(NUMBER)))
                    .execute();
            return new Portion(
                    AnnouncementTable.announcement(row),
                    row.get(NUMBER),
                    Optional.ofNullable(row.get(AFTER_ID.as("from_id"))),
                    Optional.ofNullable(row.get(UPTO_ID)),
                    row.get(FENCE) + 1,
                    until,
                    row.get(IS_REPLACED.as("is_replaced")));
        });
    }

    /// An update that is to be told, and was not told to everybody yet, gives way to a newer one.
    private void markReplaced(Instant now) {
        var newer = selectOne()
                .from(ANNOUNCEMENT.as("n"))
                .where(
                        ofSameThread("n", "announcement"),
                        within("n", SEQ).gt(within("announcement", SEQ)),
                        within("n", SUBJECT).eq(SubjectName.INCIDENT),
                        within("n", STOPPED).eq(false),
                        isLetGo("n", now));
        sql.update(ANNOUNCEMENT)
                .set(REPLACED, true)
                .where(
                        isUnfinished("announcement"),
                        REPLACED.eq(false),
                        STOPPED.eq(false),
                        WEIGHT.in(replaceable()),
                        exists(newer))
                .execute();
    }

    private static List<Weight> replaceable() {
        return Stream.of(Weight.values()).filter(Weight::isReplaceable).toList();
    }

    /// What gave way to a newer update is written down when there is nothing else to do.
    private Optional<? extends Record> next(Instant now) {
        var query = sql.select(AnnouncementTable.COLUMNS.stream()
                        .map(column -> within("a", column))
                        .toList())
                .from(ANNOUNCEMENT.as("a"))
                .where(isUnfinished("a"), within("a", WHOLE).eq(false), isLetGo("a", now), isFirst("a"))
                .orderBy(within("a", REPLACED), within("a", TURN), within("a", PORTIONS), within("a", SEQ))
                .limit(1);
        return Columns.isPostgres(sql)
                ? query.forNoKeyUpdate().of(ANNOUNCEMENT.as("a")).fetchOptional()
                : query.fetchOptional();
    }

    /// Nothing of the same thread must be told before it.
    static Condition isFirst(String alias) {
        return notExists(selectOne()
                .from(ANNOUNCEMENT.as("e"))
                .where(
                        isUnfinished("e"),
                        ofSameThread("e", alias),
                        within("e", SEQ).lt(within(alias, SEQ)),
                        within("e", REPLACED)
                                .eq(false)
                                .or(within("e", OPEN_PORTIONS).gt(0))));
    }

    private static Condition ofSameThread(String one, String other) {
        return within(one, PAGE_ID)
                .eq(within(other, PAGE_ID))
                .and(within(one, THREAD).eq(within(other, THREAD)));
    }

    private static Condition isLetGo(String alias, Instant now) {
        return within(alias, HELD_UNTIL).isNull().or(within(alias, HELD_UNTIL).le(now));
    }

    private Portion cut(Record row, int size, AgreedTime agreed, Duration lease) {
        var announcement = AnnouncementTable.announcement(row);
        var after = Optional.ofNullable(row.get(AFTER_ID));
        var people = announcement.subject().isForMany()
                ? SqlSubscribers.confirmedIdsAfter(sql, announcement.page(), after, size)
                : List.<SubscriberId>of();
        var upto = people.size() < size ? Optional.<SubscriberId>empty() : Optional.of(people.getLast());
        var portion = new Portion(
                announcement, row.get(PORTIONS) + 1, after, upto, 1, agreed.after(lease), row.get(REPLACED));
        sql.insertInto(PORTION)
                .set(new Row()
                        .with(ANNOUNCEMENT_SEQ, row.get(SEQ))
                        .with(NUMBER, portion.number())
                        .with(AFTER_ID, after)
                        .with(UPTO_ID, upto)
                        .with(FENCE, 1L)
                        .with(LEASE_UNTIL, portion.leaseUntil())
                        .with(IS_REPLACED, portion.isReplaced())
                        .values())
                .execute();
        sql.update(ANNOUNCEMENT)
                .set(AFTER_ID, upto.orElse(null))
                .set(PORTIONS, portion.number())
                .set(PEOPLE, PEOPLE.plus(people.size()))
                .set(OPEN_PORTIONS, OPEN_PORTIONS.plus(1))
                .set(WHOLE, upto.isEmpty())
                .where(SEQ.eq(row.get(SEQ)))
                .execute();
        return portion;
    }

    @Override
    public boolean keep(Portion portion, Instant now, Duration lease) {
        return sql.update(PORTION)
                        .set(LEASE_UNTIL, new AgreedTime(sql, now).after(lease))
                        .where(isHeldAs(portion))
                        .execute()
                > 0;
    }

    private static Condition isHeldAs(Portion portion) {
        return isSame(portion).and(FENCE.eq(portion.fence())).and(LEASE_UNTIL.isNotNull());
    }

    private static Field<Long> seqOf(Portion portion) {
        return select(SEQ)
                .from(ANNOUNCEMENT)
                .where(AnnouncementTable.ID.eq(portion.announcement().id()))
                .asField();
    }

    @Override
    public void handOver(Portion portion, Collection<SubscriberId> people, Instant now, Duration missed) {
        if (standing(sql, portion).filter(one -> one.isHeldAs(portion)).isEmpty()) {
            return;
        }
        // What became of the first of them may have come while the last were handed over.
        var open =
                new HashSet<>(SqlSubscribers.present(sql, portion.announcement().page(), people));
        open.removeAll(sql.select(DeliveryTable.SUBSCRIBER_ID)
                .from(DeliveryTable.DELIVERY)
                .where(DeliveryTable.ANNOUNCEMENT_SEQ.eq(seqOf(portion)), DeliveryTable.SUBSCRIBER_ID.in(people))
                .fetchSet(DeliveryTable.SUBSCRIBER_ID));
        if (open.isEmpty()) {
            finish(portion);
        } else {
            sql.update(PORTION)
                    .set(OPEN_PEOPLE, (long) open.size())
                    .set(LEASE_UNTIL, new AgreedTime(sql, now).after(missed))
                    .where(isHeldAs(portion))
                    .execute();
        }
    }

    /// @param open how many are left
    static void told(DSLContext sql, Portion portion, long open) {
        if (open > 0) {
            sql.update(PORTION).set(OPEN_PEOPLE, open).where(isSame(portion)).execute();
        } else {
            finish(sql, portion, isSame(portion).and(LEASE_UNTIL.isNotNull()));
        }
    }

    private static Condition isSame(Portion portion) {
        return ANNOUNCEMENT_SEQ.eq(seqOf(portion)).and(NUMBER.eq(portion.number()));
    }

    @Override
    public void finish(Portion portion) {
        finish(sql, portion, isHeldAs(portion));
    }

    private static void finish(DSLContext sql, Portion portion, Condition which) {
        var done = sql.update(PORTION).setNull(LEASE_UNTIL).where(which).execute();
        if (done > 0) {
            sql.update(ANNOUNCEMENT)
                    .set(OPEN_PORTIONS, OPEN_PORTIONS.minus(1))
                    .set(
                            ENDED,
                            when(WHOLE.eq(true).and(OPEN_PORTIONS.eq(1)), val(true, ENDED))
                                    .otherwise(val(false, ENDED)))
                    .where(AnnouncementTable.ID.eq(portion.announcement().id()))
                    .execute();
        }
    }

    @Override
    public void endLeases() {
        sql.update(PORTION)
                .set(LEASE_UNTIL, Instant.EPOCH)
                .where(LEASE_UNTIL.isNotNull(), OPEN_PEOPLE.isNull())
                .execute();
    }

    /// How a portion stands.
    ///
    /// @param seq its announcement's
    /// @param isOpen whether it is in anybody's hands
    /// @param relayed how many are open, of one that was handed over
    record Standing(long seq, long fence, boolean isOpen, Optional<Long> relayed) {

        boolean isHeldAs(Portion portion) {
            return isOpen && fence == portion.fence();
        }
    }

    /// Whosever it is by now, nobody else writes down what became of its people until the transaction ends.
    static Optional<Standing> standing(DSLContext sql, Portion portion) {
        var query = sql.select(ANNOUNCEMENT_SEQ, FENCE, LEASE_UNTIL, OPEN_PEOPLE)
                .from(PORTION)
                .where(isSame(portion));
        return Columns.held(sql, true, query).fetchOptional().map(row -> {
            var isOpen = row.get(LEASE_UNTIL) != null;
            return new Standing(
                    row.get(ANNOUNCEMENT_SEQ),
                    row.get(FENCE),
                    isOpen,
                    Optional.ofNullable(row.get(OPEN_PEOPLE)).filter(_ -> isOpen));
        });
    }

    /// Lets whoever writes down the outcome of this person come to an end first.
    static void waitFor(DSLContext sql, PageId page, SubscriberId person) {
        if (Columns.isPostgres(sql)) {
            sql.select(within("p", NUMBER))
                    .from(PORTION.as("p"))
                    .join(ANNOUNCEMENT.as("a"))
                    .on(within("a", SEQ).eq(within("p", ANNOUNCEMENT_SEQ)))
                    .where(
                            within("a", PAGE_ID).eq(page),
                            within("p", LEASE_UNTIL).isNotNull(),
                            within("p", AFTER_ID)
                                    .isNull()
                                    .or(within("p", AFTER_ID).lt(person)),
                            within("p", UPTO_ID)
                                    .isNull()
                                    .or(within("p", UPTO_ID).ge(person)))
                    .orderBy(within("p", ANNOUNCEMENT_SEQ), within("p", NUMBER))
                    .forNoKeyUpdate()
                    .of(PORTION.as("p"))
                    .fetch();
        }
    }
}
