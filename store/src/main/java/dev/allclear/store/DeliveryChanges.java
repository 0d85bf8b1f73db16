package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.AnnouncementTable.AT;
import static dev.allclear.store.AnnouncementTable.SEQ;
import static dev.allclear.store.AnnouncementTable.THREAD;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ADDRESS;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.ATTEMPTS;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.DUE;
import static dev.allclear.store.DeliveryTable.ENDED_AT;
import static dev.allclear.store.DeliveryTable.NOTE;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Deliveries.Group;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Retry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Every change of a delivery's row, each with what it changes in the counts.
final class DeliveryChanges {

    /// Those that left our hands.
    static final Set<Kind> OUT = Set.of(Kind.ACCEPTED, Kind.DELIVERED, Kind.BOUNCED);

    private final DSLContext sql;
    private final DeliveryCounts counts;

    DeliveryChanges(DSLContext sql) {
        this.sql = sql;
        this.counts = new DeliveryCounts(sql);
    }

    Map<SubscriberId, Record> listed(long seq, List<Delivery> among) {
        var people = among.stream().map(Delivery::subscriber).toList();
        return rows(within("d", ANNOUNCEMENT_SEQ).eq(seq), Columns.among(sql, within("d", SUBSCRIBER_ID), people))
                .stream()
                .collect(Collectors.toMap(row -> row.get(SUBSCRIBER_ID), row -> row));
    }

    /// Held as they are until the transaction ends.
    private List<? extends Record> rows(Condition... which) {
        var query = DeliveryTable.selected(sql)
                .where(which)
                .orderBy(within("d", ANNOUNCEMENT_SEQ), within("d", SUBSCRIBER_ID));
        return Columns.isPostgres(sql)
                ? query.forNoKeyUpdate().of(DELIVERY.as("d")).fetch()
                : query.fetch();
    }

    static @Nullable Instant endedAt(State state) {
        return (Instant) DeliveryTable.row(state).values().get(ENDED_AT);
    }

    void set(Record row, State state, DeliveryCounts.Change change) {
        var seq = row.get(ANNOUNCEMENT_SEQ);
        sql.update(DELIVERY)
                .set(DeliveryTable.row(state).values())
                .where(ANNOUNCEMENT_SEQ.eq(seq), SUBSCRIBER_ID.eq(row.get(SUBSCRIBER_ID)))
                .execute();
        change.minus(seq, row.get(STATE), row.get(AT), row.get(ENDED_AT));
        change.plus(seq, state.kind(), row.get(AT), endedAt(state));
    }

    void record(Collection<Delivery> outcomes) {
        var change = counts.new Change();
        var over = new ArrayList<Record>();
        byRow(outcomes).forEach((row, outcome) -> {
            var inTime = row.get(STATE) == Kind.SENDING && row.get(ATTEMPTS) == outcome.attempts();
            var sentAfterAll = outcome.state().kind() == Kind.ACCEPTED
                    && row.get(ATTEMPTS) >= outcome.attempts()
                    && !OUT.contains(row.get(STATE))
                    && row.get(ADDRESS) != null;
            if (inTime || sentAfterAll) {
                set(row, outcome.state(), change);
                if (DeliveryTable.row(outcome.state()).values().get(DUE) == null) {
                    over.add(row);
                }
            }
        });
        change.write(0);
        letFollow(over);
    }

    private Map<Record, Delivery> byRow(Collection<Delivery> outcomes) {
        var byAnnouncement = outcomes.stream().collect(Collectors.groupingBy(Delivery::announcement));
        var found = new HashMap<Record, Delivery>();
        SqlOutbox.sequence(sql, byAnnouncement.keySet()).forEach((announcement, seq) -> {
            var ofIt = byAnnouncement.getOrDefault(announcement, List.of());
            var listed = listed(seq, ofIt);
            ofIt.stream()
                    .filter(one -> listed.containsKey(one.subscriber()))
                    .forEach(one -> found.put(listed.get(one.subscriber()), one));
        });
        return found;
    }

    /// Brings forward what had to let these go first.
    void letFollow(List<? extends Record> over) {
        over.stream()
                .collect(Collectors.groupingBy(row -> row.get(ANNOUNCEMENT_SEQ)))
                .values()
                .forEach(rows -> {
                    var first = rows.getFirst();
                    var later = sql.select(SEQ)
                            .from(ANNOUNCEMENT)
                            .where(
                                    PAGE_ID.eq(first.get(PAGE_ID)),
                                    THREAD.eq(first.get(THREAD)),
                                    SEQ.gt(first.get(ANNOUNCEMENT_SEQ)))
                            .fetch(SEQ);
                    if (!later.isEmpty()) {
                        sql.update(DELIVERY)
                                .set(DUE, first.get(AT))
                                .where(
                                        ANNOUNCEMENT_SEQ.in(later),
                                        Columns.among(
                                                sql,
                                                SUBSCRIBER_ID,
                                                rows.stream()
                                                        .map(row -> row.get(SUBSCRIBER_ID))
                                                        .toList()),
                                        STATE.eq(Kind.WAITING),
                                        // Those that were tried before wait for reasons of their own.
                                        ATTEMPTS.eq(0))
                                .execute();
                    }
                });
    }

    Set<DeliveryId> supersede(Collection<Delivery> unfinished, Instant now) {
        var change = counts.new Change();
        var superseded = new HashSet<DeliveryId>();
        byRow(unfinished).forEach((row, delivery) -> {
            if (row.get(DUE) != null && row.get(STATE) != Kind.SENDING) {
                set(row, new State.Superseded(now), change);
                superseded.add(delivery.id());
            }
        });
        change.write(0);
        return superseded;
    }

    boolean returned(PageId page, DeliveryId id, State state) {
        var change = counts.new Change();
        var found = rows(
                within("a", PAGE_ID).eq(page),
                within("a", AnnouncementTable.ID).eq(id.announcement()),
                within("d", SUBSCRIBER_ID).eq(id.subscriber()),
                within("d", STATE).in(Kind.ACCEPTED, Kind.DELIVERED, Kind.UNKNOWN, Kind.SENDING));
        found.forEach(row -> set(row, state, change));
        change.write(0);
        return !found.isEmpty();
    }

    Group stop(PageId page, AnnouncementId announcement, Instant now, Optional<SubscriberId> after, int limit) {
        var waiting = group(page, announcement, after, limit, within("d", STATE).eq(Kind.WAITING));
        setAll(waiting, new State.Failed(now, "stopped before it was sent"));
        letFollow(waiting);
        return changed(waiting);
    }

    private List<? extends Record> group(
            PageId page, AnnouncementId announcement, Optional<SubscriberId> after, int limit, Condition... which) {
        var query = DeliveryTable.selected(sql)
                .where(which)
                .and(within("a", PAGE_ID).eq(page))
                .and(within("a", AnnouncementTable.ID).eq(announcement))
                .and(after.map(within("d", SUBSCRIBER_ID)::gt).orElse(noCondition()))
                .orderBy(within("d", ANNOUNCEMENT_SEQ), within("d", SUBSCRIBER_ID))
                .limit(limit);
        return Columns.isPostgres(sql)
                ? query.forNoKeyUpdate().of(DELIVERY.as("d")).fetch()
                : query.fetch();
    }

    private static Group changed(List<? extends Record> rows) {
        var last = rows.isEmpty()
                ? Optional.<SubscriberId>empty()
                : Optional.of(rows.getLast().get(SUBSCRIBER_ID));
        return new Group(rows.size(), last);
    }

    Group retry(
            PageId page,
            AnnouncementId announcement,
            Retry which,
            Instant now,
            Optional<SubscriberId> after,
            int limit) {
        var later = within("n", PAGE_ID)
                .eq(within("a", PAGE_ID))
                .and(within("n", THREAD).eq(within("a", THREAD)))
                .and(within("n", SEQ).gt(within("a", SEQ)));
        // Those to whom it has yet to be told have no row.
        var isBeingTold = selectOne().from(ANNOUNCEMENT.as("n")).where(later, AnnouncementTable.isUnfinished("n"));
        var tellsMore = selectOne()
                .from(ANNOUNCEMENT.as("n"))
                .join(DELIVERY.as("l"))
                .on(
                        within("l", ANNOUNCEMENT_SEQ).eq(within("n", SEQ)),
                        within("l", SUBSCRIBER_ID).eq(within("d", SUBSCRIBER_ID)))
                .where(later, within("l", STATE).in(Kind.SENDING, Kind.ACCEPTED, Kind.DELIVERED, Kind.UNKNOWN));
        var found = group(
                page,
                announcement,
                after,
                limit,
                is(which),
                // Those without were erased.
                within("d", ADDRESS).isNotNull(),
                notExists(isBeingTold),
                notExists(tellsMore));
        setAll(found, new State.Waiting(now, ""));
        return changed(found);
    }

    private static Condition is(Retry which) {
        return switch (which) {
            case FAILED -> within("d", STATE).eq(Kind.FAILED);
            case UNANSWERED ->
                within("d", STATE).eq(Kind.UNKNOWN).and(within("d", DUE).isNull());
        };
    }

    /// All of them in one statement: they are thousands.
    private void setAll(List<? extends Record> rows, State state) {
        if (rows.isEmpty()) {
            return;
        }
        var change = counts.new Change();
        for (var row : rows) {
            change.minus(row.get(ANNOUNCEMENT_SEQ), row.get(STATE), row.get(AT), row.get(ENDED_AT));
            change.plus(row.get(ANNOUNCEMENT_SEQ), state.kind(), row.get(AT), endedAt(state));
        }
        var values = DeliveryTable.row(state).values();
        sql.batch(sql.update(DELIVERY)
                        .set(STATE, (Kind) null)
                        .set(DUE, (Instant) null)
                        .set(ENDED_AT, (Instant) null)
                        .set(NOTE, (String) null)
                        .where(ANNOUNCEMENT_SEQ.eq((Long) null), SUBSCRIBER_ID.eq((SubscriberId) null)))
                .bind(rows.stream()
                        .map(row -> new Object[] {
                            values.get(STATE),
                            values.get(DUE),
                            values.get(ENDED_AT),
                            values.get(NOTE),
                            row.get(ANNOUNCEMENT_SEQ),
                            row.get(SUBSCRIBER_ID)
                        })
                        .toArray(Object[][]::new))
                .execute();
        change.write(0);
    }

    /// What still had to be sent is gone; of what was sent remains that it was, not to where.
    void erase(PageId page, SubscriberId subscriber) {
        var theirs =
                rows(within("a", PAGE_ID).eq(page), within("d", SUBSCRIBER_ID).eq(subscriber));
        var change = counts.new Change();
        for (var row : theirs) {
            var it = ANNOUNCEMENT_SEQ.eq(row.get(ANNOUNCEMENT_SEQ)).and(SUBSCRIBER_ID.eq(subscriber));
            if (row.get(DUE) == null) {
                // What a mail server answered often repeats the address.
                sql.update(DELIVERY)
                        .setNull(ADDRESS)
                        .set(NOTE, "erased")
                        .where(it)
                        .execute();
            } else {
                sql.deleteFrom(DELIVERY).where(it).execute();
                change.minus(row.get(ANNOUNCEMENT_SEQ), row.get(STATE), row.get(AT), row.get(ENDED_AT));
            }
        }
        change.write(0);
    }
}
