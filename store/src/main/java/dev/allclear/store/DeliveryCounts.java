package dev.allclear.store;

import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.sum;

import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Elapsed;
import dev.allclear.delivery.Outbox.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// How many deliveries of an announcement stand where, counted in the transaction that changes them.
final class DeliveryCounts {

    private static final Table<Record> DELIVERY_COUNT = table("delivery_count");
    private static final Field<Long> ANNOUNCEMENT_SEQ = number("announcement_seq");
    private static final Field<Kind> STATE = oneOf("state", Kind.class);
    private static final Field<Long> STEP = number("step");
    private static final Field<Long> SLOT = number("slot");
    private static final Field<Long> DELIVERIES = number("deliveries");

    private static final int SLOTS = 16;

    private final DSLContext sql;

    DeliveryCounts(DSLContext sql) {
        this.sql = sql;
    }

    /// What changed in one transaction, to be written down once.
    final class Change {

        private record Place(long announcement, Kind state, long step) {}

        private final Map<Place, Long> changes = new HashMap<>();

        /// @param endedAt empty for what is not over
        void plus(long announcement, Kind state, Instant announcedAt, @Nullable Instant endedAt) {
            add(announcement, state, announcedAt, endedAt, 1);
        }

        void minus(long announcement, Kind state, Instant announcedAt, @Nullable Instant endedAt) {
            add(announcement, state, announcedAt, endedAt, -1);
        }

        private void add(long announcement, Kind state, Instant announcedAt, @Nullable Instant endedAt, long by) {
            var step = endedAt == null ? 0 : Elapsed.step(Duration.between(announcedAt, endedAt));
            changes.merge(new Place(announcement, state, step), by, Long::sum);
        }

        /// @param slot those who write at the same time choose different ones
        void write(long slot) {
            changes.values().removeIf(by -> by == 0);
            // In one order, so that no two wait for each other.
            changes.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparingLong(Place::announcement)
                            .thenComparing(Place::state)
                            .thenComparingLong(Place::step)))
                    .forEach(change -> write(change.getKey(), change.getValue(), slot % SLOTS));
        }

        private void write(Place place, long by, long slot) {
            sql.insertInto(DELIVERY_COUNT)
                    .set(ANNOUNCEMENT_SEQ, place.announcement())
                    .set(STATE, place.state())
                    .set(STEP, place.step())
                    .set(SLOT, slot)
                    .set(DELIVERIES, by)
                    .onConflict(ANNOUNCEMENT_SEQ, STATE, STEP, SLOT)
                    .doUpdate()
                    .set(DELIVERIES, within("delivery_count", DELIVERIES).plus(by))
                    .execute();
        }
    }

    Map<Long, Tally> tallies(Collection<Long> announcements) {
        var counts = new HashMap<Long, Map<Kind, Long>>();
        var total = sum(DELIVERIES).cast(Long.class);
        sql.select(ANNOUNCEMENT_SEQ, STATE, total)
                .from(DELIVERY_COUNT)
                .where(ANNOUNCEMENT_SEQ.in(announcements))
                .groupBy(ANNOUNCEMENT_SEQ, STATE)
                .forEach(row -> counts.computeIfAbsent(row.value1(), _ -> new EnumMap<>(Kind.class))
                        .put(row.value2(), row.value3()));
        counts.values().forEach(of -> of.values().removeIf(deliveries -> deliveries == 0));
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, of -> new Tally(of.getValue())));
    }

    /// How many were accepted after each time, shortest first.
    Map<Duration, Long> accepted(long announcement) {
        var total = sum(DELIVERIES).cast(Long.class);
        var counts = new TreeMap<Duration, Long>();
        sql.select(STEP, total)
                .from(DELIVERY_COUNT)
                .where(ANNOUNCEMENT_SEQ.eq(announcement), STATE.in(Kind.ACCEPTED, Kind.DELIVERED))
                .groupBy(STEP)
                .forEach(row -> counts.put(Elapsed.of(row.value1()), row.value2()));
        return counts;
    }
}
