package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ADDRESS;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_ID;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.ATTEMPTS;
import static dev.allclear.store.DeliveryTable.COLUMNS;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.DUE;
import static dev.allclear.store.DeliveryTable.ENDED_AT;
import static dev.allclear.store.DeliveryTable.ID;
import static dev.allclear.store.DeliveryTable.NOTE;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static dev.allclear.store.DeliveryTable.THREAD;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Deliveries;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Subject;
import dev.allclear.store.DeliveryTable.StateName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/// Deliveries as rows of one queue for all pages.
final class SqlDeliveries implements Deliveries {

    private static final List<Field<?>> OUTCOME = List.of(PAGE_ID, ID, ATTEMPTS, STATE, DUE, ENDED_AT, NOTE);

    private final DSLContext sql;
    private final Runnable announced;
    private final ClaimQueries queue;

    /// @param announced called when there is something new to deliver
    SqlDeliveries(DSLContext sql, Runnable announced) {
        this.sql = sql;
        this.announced = announced;
        this.queue = new ClaimQueries(sql);
    }

    @Override
    public void add(Collection<Delivery> deliveries) {
        var byPage = deliveries.stream().collect(Collectors.groupingBy(Delivery::page));
        byPage.forEach(this::add);
    }

    /// Somebody who is being erased at this moment gets no delivery: nothing would take it from the queue again.
    private void add(PageId page, List<Delivery> deliveries) {
        var to = deliveries.stream().map(Delivery::subscriber).toList();
        var people = new HashSet<>(SqlSubscribers.held(sql, page, to));
        // A reminder goes to somebody of the desk.
        people.addAll(SqlAccounts.among(
                sql, to.stream().filter(one -> !people.contains(one)).toList()));
        var sequence = SqlOutbox.sequence(
                sql, page, deliveries.stream().map(Delivery::announcement).collect(Collectors.toSet()));
        var rows = new ArrayList<Row>();
        for (var delivery : deliveries) {
            if (people.contains(delivery.subscriber())) {
                var seq = Objects.requireNonNull(sequence.get(delivery.announcement()), "its announcement is unknown");
                rows.add(DeliveryTable.row(delivery, seq));
            }
        }
        Row.insertMissing(sql, DELIVERY, rows);
        announced.run();
    }

    @Override
    public List<Delivery> claim(int limit, int tries, Instant now, Instant leaseUntil) {
        return queue.claim(limit, tries, now, leaseUntil);
    }

    @Override
    public void endLeases(Instant now) {
        sql.update(DELIVERY)
                .set(DUE, now)
                .where(STATE.eq(StateName.SENDING), DUE.gt(now))
                .execute();
    }

    @Override
    public void record(Collection<Delivery> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        var said = outcomes.stream().map(SqlDeliveries::outcome).toArray(RowN[]::new);
        var columns = OUTCOME.stream().map(Field::getName).toArray(String[]::new);
        var inTime = within("delivery", ATTEMPTS)
                .eq(within("o", ATTEMPTS))
                .and(within("delivery", STATE).eq(StateName.SENDING));
        var sentAfterAll = within("o", STATE)
                .eq(StateName.SENT)
                .and(within("delivery", ATTEMPTS).ge(within("o", ATTEMPTS)))
                .and(within("delivery", STATE).ne(StateName.SENT))
                // Those without were erased.
                .and(within("delivery", ADDRESS).isNotNull());
        sql.update(DELIVERY)
                .set(STATE, within("o", STATE))
                .set(DUE, within("o", DUE))
                .set(ENDED_AT, within("o", ENDED_AT))
                .set(NOTE, within("o", NOTE))
                .from(DSL.values(said).as("o", columns))
                .where(
                        within("delivery", PAGE_ID).eq(within("o", PAGE_ID)),
                        within("delivery", ID).eq(within("o", ID)),
                        inTime.or(sentAfterAll))
                .execute();
        letFollow(outcomes);
    }

    private static RowN outcome(Delivery outcome) {
        var row = new Row()
                .with(PAGE_ID, outcome.page())
                .with(ID, outcome.id())
                .with(ATTEMPTS, outcome.attempts())
                .and(DeliveryTable.row(outcome.state()))
                .values();
        return row(OUTCOME.stream().map(column -> val(row.get(column), column)).toList());
    }

    private void letFollow(Collection<Delivery> outcomes) {
        var over = new ArrayList<Delivery>();
        var latest = Instant.MIN;
        for (var outcome : outcomes) {
            var at = switch (outcome.state()) {
                case Delivery.State.Sent(var sentAt, var _) -> Optional.of(sentAt);
                case Delivery.State.Failed(var failedAt, var _) -> Optional.of(failedAt);
                case Delivery.State.Waiting _, Delivery.State.Sending _ -> Optional.<Instant>empty();
            };
            if (at.isPresent()) {
                over.add(outcome);
                latest = at.get().isAfter(latest) ? at.get() : latest;
            }
        }
        queue.letFollow(over, latest);
    }

    @Override
    public Optional<Instant> nextDue() {
        return sql.select(DUE)
                .from(DELIVERY)
                .where(DUE.isNotNull())
                .orderBy(DUE)
                .limit(1)
                .fetchOptional(DUE);
    }

    @Override
    public Optional<Delivery> find(PageId page, DeliveryId id) {
        return sql.select(COLUMNS)
                .from(DELIVERY)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .fetchOptional(DeliveryTable::delivery);
    }

    @Override
    public List<Delivery> of(
            PageId page, AnnouncementId announcement, Set<String> states, String addressPart, int offset, int limit) {
        var wanted = Stream.of(StateName.values())
                .filter(state -> states.contains(STATE.getConverter().to(state)))
                .toList();
        return sql.select(COLUMNS)
                .from(DELIVERY)
                .where(
                        PAGE_ID.eq(page),
                        ANNOUNCEMENT_ID.eq(announcement),
                        states.isEmpty() ? noCondition() : STATE.in(wanted),
                        Columns.holds(ADDRESS, addressPart))
                .orderBy(ADDRESS, ID)
                .offset(offset)
                .limit(limit)
                .fetch(DeliveryTable::delivery);
    }

    @Override
    public Set<SubscriberId> toldOf(PageId page, Set<String> threads, Collection<SubscriberId> among) {
        return sql.selectDistinct(SUBSCRIBER_ID)
                .from(DELIVERY)
                .where(PAGE_ID.eq(page), THREAD.in(threads), SUBSCRIBER_ID.in(among))
                .fetchSet(SUBSCRIBER_ID);
    }

    @Override
    public Set<SubscriberId> toldOf(PageId page, Subject subject, Collection<SubscriberId> among) {
        return SqlOutbox.about(sql, page, subject)
                .map(announcement -> sql.selectDistinct(SUBSCRIBER_ID)
                        .from(DELIVERY)
                        .where(
                                PAGE_ID.eq(page),
                                ANNOUNCEMENT_ID.eq(announcement),
                                STATE.ne(StateName.FAILED),
                                SUBSCRIBER_ID.in(among))
                        .fetchSet(SUBSCRIBER_ID))
                .orElse(Set.of());
    }

    @Override
    public int stop(PageId page, AnnouncementId announcement, Instant now) {
        var theirs = PAGE_ID.eq(page).and(ANNOUNCEMENT_ID.eq(announcement)).and(STATE.eq(StateName.WAITING));
        var waiting = Columns.held(sql, true, sql.select(COLUMNS).from(DELIVERY).where(theirs))
                .fetch(DeliveryTable::delivery);
        sql.update(DELIVERY)
                .set(STATE, StateName.FAILED)
                .setNull(DUE)
                .set(ENDED_AT, now)
                .set(NOTE, "stopped before it was sent")
                .where(theirs)
                .execute();
        queue.letFollow(waiting, now);
        return waiting.size();
    }

    @Override
    public int retryFailed(PageId page, AnnouncementId announcement, Instant now) {
        var waiting = sql.update(DELIVERY)
                .set(STATE, StateName.WAITING)
                .set(DUE, now)
                .setNull(ENDED_AT)
                .where(
                        PAGE_ID.eq(page),
                        ANNOUNCEMENT_ID.eq(announcement),
                        STATE.eq(StateName.FAILED),
                        // Those without were erased.
                        ADDRESS.isNotNull(),
                        notExists(selectOne()
                                .from(DELIVERY.as("l"))
                                .where(
                                        within("l", PAGE_ID).eq(within("delivery", PAGE_ID)),
                                        within("l", THREAD).eq(within("delivery", THREAD)),
                                        within("l", SUBSCRIBER_ID).eq(within("delivery", SUBSCRIBER_ID)),
                                        within("l", ANNOUNCEMENT_SEQ).gt(within("delivery", ANNOUNCEMENT_SEQ)),
                                        within("l", STATE).in(StateName.SENDING, StateName.SENT))))
                .execute();
        if (waiting > 0) {
            announced.run();
        }
        return waiting;
    }

    Map<AnnouncementId, Outbox.Tally> tallies(PageId page, Collection<AnnouncementId> announcements) {
        var counts = new HashMap<AnnouncementId, Map<StateName, Integer>>();
        sql.select(ANNOUNCEMENT_ID, STATE, count())
                .from(DELIVERY)
                .where(PAGE_ID.eq(page), ANNOUNCEMENT_ID.in(announcements))
                .groupBy(ANNOUNCEMENT_ID, STATE)
                .forEach(row -> counts.computeIfAbsent(row.value1(), _ -> new EnumMap<>(StateName.class))
                        .put(row.value2(), row.value3()));
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, of -> tally(of.getValue())));
    }

    private static Outbox.Tally tally(Map<StateName, Integer> counts) {
        return new Outbox.Tally(
                counts.getOrDefault(StateName.WAITING, 0),
                counts.getOrDefault(StateName.SENDING, 0),
                counts.getOrDefault(StateName.SENT, 0),
                counts.getOrDefault(StateName.FAILED, 0));
    }

    /// What still had to be sent is gone; of what was sent remains that it was, not to where.
    void erase(PageId page, SubscriberId subscriber) {
        var theirs = PAGE_ID.eq(page).and(SUBSCRIBER_ID.eq(subscriber));
        sql.deleteFrom(DELIVERY).where(theirs, DUE.isNotNull()).execute();
        // What a mail server answered often repeats the address.
        sql.update(DELIVERY).setNull(ADDRESS).set(NOTE, "erased").where(theirs).execute();
    }
}
