package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.ATTEMPTS;
import static dev.allclear.store.DeliveryTable.COLUMNS;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.DUE;
import static dev.allclear.store.DeliveryTable.ENDED_AT;
import static dev.allclear.store.DeliveryTable.NOTE;
import static dev.allclear.store.DeliveryTable.NUMBER;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static dev.allclear.store.DeliveryTable.THREAD;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery;
import dev.allclear.store.DeliveryTable.StateName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/// Takes deliveries from the queue, in order for each person and thread.
///
/// Only the front of the queue is ever looked at. What stands there but must let an earlier delivery go first is moved
/// back, and comes forward again when the earlier one is over. So a claim costs the same with a hundred thousand that
/// are held up, as when a mail server is down for an hour and three updates wait for everybody.
final class ClaimQueries {

    /// For those held up by one that nobody will tell us about: another node may have finished it just before.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    /// How often one claim looks for more than it found, before it comes back with less.
    private static final int ROUNDS = 20;

    private static final Field<Instant> HELD_UNTIL = field(select(max(within("e", DUE)))
                    .from(DELIVERY.as("e"))
                    .where(
                            within("e", PAGE_ID).eq(within("d", PAGE_ID)),
                            within("e", THREAD).eq(within("d", THREAD)),
                            within("e", SUBSCRIBER_ID).eq(within("d", SUBSCRIBER_ID)),
                            within("e", ANNOUNCEMENT_SEQ).lt(within("d", ANNOUNCEMENT_SEQ)),
                            within("e", DUE).isNotNull()))
            .as("held_until");

    private final DSLContext sql;

    ClaimQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<Delivery> claim(int limit, int tries, Instant now, Instant leaseUntil) {
        var claimed = new ArrayList<Delivery>();
        for (var round = 0; round < ROUNDS && claimed.size() < limit; round++) {
            var front = front(limit - claimed.size(), now);
            if (front.isEmpty()) {
                break;
            }
            giveUp(front.stream().filter(row -> isLost(row, tries)).toList(), now);
            front.removeIf(row -> isLost(row, tries));
            var free = front.stream().filter(row -> row.get(HELD_UNTIL) == null).toList();
            lease(free, leaseUntil);
            free.forEach(row -> claimed.add(leased(row, leaseUntil)));
            moveBack(front.stream().filter(row -> row.get(HELD_UNTIL) != null).toList(), now);
        }
        return claimed;
    }

    private Result<? extends Record> front(int limit, Instant now) {
        var columns = new ArrayList<Field<?>>(
                COLUMNS.stream().map(column -> within("d", column)).toList());
        columns.add(HELD_UNTIL);
        var query = sql.select(columns)
                .from(DELIVERY.as("d"))
                .where(within("d", DUE).le(now))
                .orderBy(within("d", DUE), within("d", ANNOUNCEMENT_SEQ))
                .limit(limit);
        return Columns.isPostgres(sql)
                ? query.forUpdate().of(DELIVERY.as("d")).skipLocked().fetch()
                : query.fetch();
    }

    /// Its lease ended without an outcome, and not for the first time: what is wrong with it comes back each time.
    private static boolean isLost(Record row, int tries) {
        return row.get(STATE) == StateName.SENDING && row.get(ATTEMPTS) >= tries;
    }

    private void giveUp(List<? extends Record> rows, Instant now) {
        if (!rows.isEmpty()) {
            sql.update(DELIVERY)
                    .set(STATE, StateName.FAILED)
                    .setNull(DUE)
                    .set(ENDED_AT, now)
                    .set(NOTE, "gave up: it was begun again and again, and it is not known what became of it")
                    .where(NUMBER.in(numbers(rows)))
                    .execute();
            letFollow(rows.stream().map(DeliveryTable::delivery).toList(), now);
        }
    }

    private void lease(List<? extends Record> rows, Instant leaseUntil) {
        if (!rows.isEmpty()) {
            sql.update(DELIVERY)
                    .set(STATE, StateName.SENDING)
                    .set(DUE, leaseUntil)
                    .set(ATTEMPTS, ATTEMPTS.plus(1))
                    .where(NUMBER.in(numbers(rows)))
                    .execute();
        }
    }

    private static List<Long> numbers(List<? extends Record> rows) {
        return rows.stream().map(row -> row.get(NUMBER)).toList();
    }

    private static Delivery leased(Record row, Instant leaseUntil) {
        var found = DeliveryTable.delivery(row);
        return new Delivery(
                found.id(),
                found.announcement(),
                found.page(),
                found.thread(),
                found.subscriber(),
                found.address(),
                found.attempts() + 1,
                new Delivery.State.Sending(leaseUntil));
    }

    private void moveBack(List<? extends Record> rows, Instant now) {
        var soon = now.plus(LOOK_AGAIN);
        var byTime = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get(HELD_UNTIL).isAfter(soon) ? row.get(HELD_UNTIL) : soon));
        byTime.forEach((due, held) -> sql.update(DELIVERY)
                .set(DUE, due)
                .where(NUMBER.in(numbers(held)))
                .execute());
    }

    /// Brings forward what had to let these go first.
    void letFollow(Collection<Delivery> over, Instant at) {
        var byAnnouncement = over.stream().collect(Collectors.groupingBy(Delivery::announcement));
        byAnnouncement.values().forEach(deliveries -> {
            if (SqlOutbox.goesOn(
                    sql, deliveries.getFirst().page(), deliveries.getFirst().announcement())) {
                bringForward(deliveries, at);
            }
        });
    }

    private void bringForward(List<Delivery> over, Instant at) {
        sql.batch(sql.update(DELIVERY)
                        .set(DUE, at)
                        .where(
                                PAGE_ID.eq((PageId) null),
                                THREAD.eq((String) null),
                                SUBSCRIBER_ID.eq((SubscriberId) null),
                                STATE.eq(StateName.WAITING),
                                // Those that were tried before wait for reasons of their own.
                                ATTEMPTS.eq(0),
                                DUE.gt(at)))
                .bind(over.stream()
                        .map(one ->
                                new Object[] {at, one.page(), one.thread(), one.subscriber(), StateName.WAITING, 0, at})
                        .toArray(Object[][]::new))
                .execute();
    }
}
