package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.AnnouncementTable.AT;
import static dev.allclear.store.AnnouncementTable.SEQ;
import static dev.allclear.store.AnnouncementTable.THREAD;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.ATTEMPTS;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.DUE;
import static dev.allclear.store.DeliveryTable.ENDED_AT;
import static dev.allclear.store.DeliveryTable.NOTE;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/// Takes deliveries from the queue of those that wait one by one, in order for each person and thread.
///
/// Only the front of the queue is ever looked at. What stands there but must let an earlier delivery go first is moved
/// back, and comes forward again when the earlier one is over. So a claim costs the same with a hundred thousand that
/// are held up, as when a mail server is down for an hour and three updates wait for everybody.
final class ClaimQueries {

    /// For those held up by one that nobody will tell us about: another node may have finished it just before.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    /// How often one claim looks for more than it found, before it comes back with less.
    private static final int ROUNDS = 20;

    private static final Field<Instant> FREE_AT = field(select(max(within("e", DUE)))
                    .from(ANNOUNCEMENT.as("b"))
                    .join(DELIVERY.as("e"))
                    .on(
                            within("e", ANNOUNCEMENT_SEQ).eq(within("b", SEQ)),
                            within("e", SUBSCRIBER_ID).eq(within("d", SUBSCRIBER_ID)))
                    .where(
                            within("b", PAGE_ID).eq(within("a", PAGE_ID)),
                            within("b", THREAD).eq(within("a", THREAD)),
                            within("b", SEQ).lt(within("a", SEQ)),
                            within("e", DUE).isNotNull()))
            .as("free_at");

    private final DSLContext sql;

    ClaimQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<Delivery> claim(int limit, int tries, Instant now, Duration lease) {
        var agreed = new AgreedTime(sql, now);
        var claimed = new ArrayList<Delivery>();
        for (var round = 0; round < ROUNDS && claimed.size() < limit; round++) {
            var front = front(limit - claimed.size(), now, agreed);
            if (front.isEmpty()) {
                break;
            }
            giveUp(front.stream().filter(row -> isLost(row, tries)).toList(), now);
            front.removeIf(row -> isLost(row, tries));
            var free = front.stream().filter(row -> row.get(FREE_AT) == null).toList();
            var until = agreed.after(lease);
            lease(free, until);
            free.forEach(row -> claimed.add(leased(row, until)));
            moveBack(front.stream().filter(row -> row.get(FREE_AT) != null).toList(), now);
        }
        return claimed;
    }

    private Result<? extends Record> front(int limit, Instant now, AgreedTime agreed) {
        var isDue = within("d", DUE)
                .le(now)
                .and(within("d", STATE).ne(Kind.SENDING))
                .or(within("d", DUE).le(agreed.now()).and(within("d", STATE).eq(Kind.SENDING)));
        var query = DeliveryTable.selected(sql, FREE_AT)
                .where(within("d", DUE).isNotNull(), isDue)
                .orderBy(within("d", DUE), within("d", ANNOUNCEMENT_SEQ))
                .limit(limit);
        return Columns.isPostgres(sql)
                ? query.forNoKeyUpdate().of(DELIVERY.as("d")).skipLocked().fetch()
                : query.fetch();
    }

    /// Its lease ended without an outcome, and not for the first time: what is wrong with it comes back each time.
    private static boolean isLost(Record row, int tries) {
        return row.get(STATE) == Kind.SENDING && row.get(ATTEMPTS) >= tries;
    }

    private void giveUp(List<? extends Record> rows, Instant now) {
        if (!rows.isEmpty()) {
            which(rows)
                    .forEach(of -> sql.update(DELIVERY)
                            .set(STATE, Kind.FAILED)
                            .setNull(DUE)
                            .set(ENDED_AT, now)
                            .set(NOTE, "gave up: it was begun again and again, and it is not known what became of it")
                            .where(of)
                            .execute());
            var change = new DeliveryCounts(sql).new Change();
            rows.forEach(row -> {
                change.minus(row.get(ANNOUNCEMENT_SEQ), row.get(STATE), row.get(AT), row.get(ENDED_AT));
                change.plus(row.get(ANNOUNCEMENT_SEQ), Kind.FAILED, row.get(AT), now);
            });
            change.write(0);
            new DeliveryChanges(sql).letFollow(rows);
        }
    }

    /// Which rows these are, announcement by announcement: a long list of pairs is more than SQLite takes.
    private static List<Condition> which(List<? extends Record> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(ANNOUNCEMENT_SEQ),
                        Collectors.mapping(row -> row.get(SUBSCRIBER_ID), Collectors.toList())))
                .entrySet()
                .stream()
                .map(of -> ANNOUNCEMENT_SEQ.eq(of.getKey()).and(SUBSCRIBER_ID.in(of.getValue())))
                .toList();
    }

    private void lease(List<? extends Record> rows, Instant until) {
        if (!rows.isEmpty()) {
            which(rows)
                    .forEach(of -> sql.update(DELIVERY)
                            .set(STATE, Kind.SENDING)
                            .set(DUE, until)
                            .setNull(ENDED_AT)
                            .set(ATTEMPTS, ATTEMPTS.plus(1))
                            .where(of)
                            .execute());
            var change = new DeliveryCounts(sql).new Change();
            rows.forEach(row -> {
                change.minus(row.get(ANNOUNCEMENT_SEQ), row.get(STATE), row.get(AT), row.get(ENDED_AT));
                change.plus(row.get(ANNOUNCEMENT_SEQ), Kind.SENDING, row.get(AT), null);
            });
            change.write(0);
        }
    }

    private static Delivery leased(Record row, Instant until) {
        var found = DeliveryTable.delivery(row);
        return new Delivery(
                found.announcement(),
                found.page(),
                found.thread(),
                found.subscriber(),
                found.address(),
                found.attempts() + 1,
                new Delivery.State.Sending(until));
    }

    private void moveBack(List<? extends Record> rows, Instant now) {
        var soon = now.plus(LOOK_AGAIN);
        var byTime = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get(FREE_AT).isAfter(soon) ? row.get(FREE_AT) : soon));
        byTime.forEach((due, held) -> which(held)
                .forEach(of -> sql.update(DELIVERY).set(DUE, due).where(of).execute()));
    }

    int keep(Collection<Delivery> claimed, Instant now, Duration lease) {
        var until = new AgreedTime(sql, now).after(lease);
        record Same(AnnouncementId announcement, int attempts) {}
        var alike =
                claimed.stream().collect(Collectors.groupingBy(one -> new Same(one.announcement(), one.attempts())));
        var sequence = SqlOutbox.sequence(
                sql, claimed.stream().map(Delivery::announcement).collect(Collectors.toSet()));
        return alike.entrySet().stream()
                .filter(same -> sequence.containsKey(same.getKey().announcement()))
                .mapToInt(same -> sql.update(DELIVERY)
                        .set(DUE, until)
                        .where(
                                ANNOUNCEMENT_SEQ.eq(sequence.get(same.getKey().announcement())),
                                Columns.among(
                                        sql,
                                        SUBSCRIBER_ID,
                                        same.getValue().stream()
                                                .map(Delivery::subscriber)
                                                .toList()),
                                STATE.eq(Kind.SENDING),
                                ATTEMPTS.eq(same.getKey().attempts()))
                        .execute())
                .sum();
    }
}
