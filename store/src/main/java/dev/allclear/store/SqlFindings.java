package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ADDRESS;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.NOTE;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import dev.allclear.PageId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Findings;
import dev.allclear.delivery.Pace;
import dev.allclear.delivery.Reason;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Looks through the deliveries of an announcement.
final class SqlFindings implements Findings {

    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;

    SqlFindings(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Pace pace(PageId page, AnnouncementId announcement) {
        return sql.select(AnnouncementTable.SEQ, AnnouncementTable.PORTIONS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), AnnouncementTable.ID.eq(announcement))
                .fetchOptional(row -> new Pace(
                        new TreeMap<>(new DeliveryCounts(sql).accepted(row.get(AnnouncementTable.SEQ))),
                        row.get(AnnouncementTable.PORTIONS)))
                .orElseGet(() -> new Pace(new TreeMap<>(), 0));
    }

    private Optional<Long> seq(PageId page, AnnouncementId announcement) {
        return sql.select(AnnouncementTable.SEQ)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), AnnouncementTable.ID.eq(announcement))
                .fetchOptional(AnnouncementTable.SEQ);
    }

    @Override
    public List<Reason.Count> reasons(PageId page, AnnouncementId announcement, int limit) {
        var counts = seq(page, announcement).map(this::reasons).orElse(Map.of());
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue()
                        .reversed()
                        .thenComparing(one -> one.getKey().words())
                        .thenComparing(one -> one.getKey().kind()))
                .limit(limit)
                .map(one -> new Reason.Count(one.getKey(), one.getValue()))
                .toList();
    }

    /// Where each note names its own person there are as many as people: they are not all held at once.
    private Map<Reason, Long> reasons(long seq) {
        var counts = new HashMap<Reason, Long>();
        try (var rows = sql.select(STATE, NOTE, count())
                .from(DELIVERY)
                .where(
                        ANNOUNCEMENT_SEQ.eq(seq),
                        // In these very words, so that the index of what is in trouble serves.
                        STATE.notIn(inline(Kind.ACCEPTED, STATE), inline(Kind.DELIVERED, STATE)),
                        NOTE.ne(""))
                .groupBy(STATE, NOTE)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (var row : rows) {
                counts.merge(Reason.of(row.value1(), row.value2()), (long) row.value3(), Long::sum);
            }
        }
        return counts;
    }

    @Override
    public List<Delivery> having(PageId page, AnnouncementId announcement, Reason reason, int offset, int limit) {
        var pattern =
                reason.pieces().stream().map(piece -> DSL.escape(piece, '!')).collect(Collectors.joining("%"));
        return DeliveryTable.selected(sql)
                .where(
                        within("a", PAGE_ID).eq(page),
                        within("a", AnnouncementTable.ID).eq(announcement),
                        within("d", STATE).eq(reason.kind()),
                        within("d", NOTE).like(pattern, '!'))
                .orderBy(within("d", SUBSCRIBER_ID))
                .offset(offset)
                .limit(limit)
                .fetch(DeliveryTable::delivery);
    }

    @Override
    public List<AtDomain> domains(PageId page, AnnouncementId announcement, int limit) {
        return seq(page, announcement).map(seq -> domains(seq, limit)).orElse(List.of());
    }

    private List<AtDomain> domains(long seq, int limit) {
        var domain = lower(substring(ADDRESS, position(ADDRESS, "@").plus(1))).as("domain");
        var all = count().as("people");
        var sent = among(Kind.ACCEPTED, Kind.DELIVERED).as("sent");
        var waiting = among(Kind.WAITING, Kind.SENDING).as("waiting");
        var failed = among(Kind.FAILED, Kind.BOUNCED).as("failed");
        return sql
                .select(domain, all, sent, waiting, failed)
                .from(DELIVERY)
                .where(ANNOUNCEMENT_SEQ.eq(seq), ADDRESS.isNotNull())
                .groupBy(domain)
                .orderBy(all.desc(), domain)
                .limit(limit)
                .fetch(row ->
                        new AtDomain(row.get(domain), row.get(all), row.get(sent), row.get(waiting), row.get(failed)))
                .stream()
                .sorted(Comparator.comparingLong(AtDomain::all).reversed().thenComparing(AtDomain::domain))
                .toList();
    }

    private static Field<Long> among(Kind... kinds) {
        return sum(when(STATE.in(kinds), inline(1)).otherwise(inline(0))).cast(Long.class);
    }
}
