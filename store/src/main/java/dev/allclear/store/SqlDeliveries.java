package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ADDRESS;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.DUE;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Deliveries;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.Portion;
import dev.allclear.delivery.Retry;
import dev.allclear.delivery.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Deliveries as rows: what is asked about them. How they change stands in `DeliveryChanges`, how they are queued in
/// `ClaimQueries`.
final class SqlDeliveries implements Deliveries {

    private final DSLContext sql;
    private final Runnable announced;
    private final DeliveryChanges changes;
    private final PortionOutcomes outcomes;
    private final ClaimQueries queue;

    /// @param announced called when there is something new to deliver
    SqlDeliveries(DSLContext sql, Runnable announced) {
        this.sql = sql;
        this.announced = announced;
        this.changes = new DeliveryChanges(sql);
        this.outcomes = new PortionOutcomes(sql);
        this.queue = new ClaimQueries(sql);
    }

    @Override
    public boolean add(Portion portion, Collection<Delivery> said) {
        var isOurs = outcomes.add(portion, said);
        if (said.stream().anyMatch(one -> one.state().kind() == Kind.WAITING)) {
            announced.run();
        }
        return isOurs;
    }

    @Override
    public void addRelayed(Portion portion, Collection<Delivery> said) {
        outcomes.addRelayed(portion, said);
        if (said.stream().anyMatch(one -> one.state().kind() == Kind.WAITING)) {
            announced.run();
        }
    }

    @Override
    public List<Delivery> claim(int limit, int tries, Instant now, Duration lease) {
        return queue.claim(limit, tries, now, lease);
    }

    @Override
    public int keep(Collection<Delivery> claimed, Instant now, Duration lease) {
        return queue.keep(claimed, now, lease);
    }

    @Override
    public void endLeases() {
        sql.update(DELIVERY)
                .set(DUE, Instant.EPOCH)
                .where(STATE.eq(Kind.SENDING), DUE.isNotNull())
                .execute();
    }

    @Override
    public void record(Collection<Delivery> outcomes) {
        changes.record(outcomes);
    }

    @Override
    public Set<DeliveryId> supersede(Collection<Delivery> unfinished, Instant now) {
        return changes.supersede(unfinished, now);
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
        return DeliveryTable.selected(sql)
                .where(isOf(page, id.announcement()), within("d", SUBSCRIBER_ID).eq(id.subscriber()))
                .fetchOptional(DeliveryTable::delivery);
    }

    private static Condition isOf(PageId page, AnnouncementId announcement) {
        return within("a", PAGE_ID)
                .eq(page)
                .and(within("a", AnnouncementTable.ID).eq(announcement));
    }

    @Override
    public List<Delivery> of(
            PageId page, AnnouncementId announcement, Set<Kind> kinds, String addressPart, int offset, int limit) {
        return DeliveryTable.selected(sql)
                .where(
                        isOf(page, announcement),
                        kinds.isEmpty() ? noCondition() : within("d", STATE).in(kinds),
                        Columns.holds(within("d", ADDRESS), addressPart))
                .orderBy(within("d", SUBSCRIBER_ID))
                .offset(offset)
                .limit(limit)
                .fetch(DeliveryTable::delivery);
    }

    @Override
    public List<Delivery> to(PageId page, SubscriberId subscriber, int limit) {
        return DeliveryTable.selected(sql)
                .where(within("a", PAGE_ID).eq(page), within("d", SUBSCRIBER_ID).eq(subscriber))
                .orderBy(within("a", AnnouncementTable.SEQ).desc())
                .limit(limit)
                .fetch(DeliveryTable::delivery);
    }

    @Override
    public Set<SubscriberId> listed(Announcement announcement, Collection<SubscriberId> among) {
        return told(AnnouncementTable.ID.eq(announcement.id()), noCondition(), among);
    }

    @Override
    public Set<SubscriberId> toldOf(PageId page, Set<String> threads, Collection<SubscriberId> among) {
        return told(PAGE_ID.eq(page).and(AnnouncementTable.THREAD.in(threads)), noCondition(), among);
    }

    @Override
    public Set<SubscriberId> toldOf(PageId page, Subject subject, Collection<SubscriberId> among) {
        return SqlOutbox.about(sql, page, subject)
                .map(id -> told(
                        AnnouncementTable.ID.eq(id), STATE.notIn(Kind.FAILED, Kind.SUPPRESSED, Kind.SUPERSEDED), among))
                .orElse(Set.of());
    }

    private Set<SubscriberId> told(Condition announcements, Condition which, Collection<SubscriberId> among) {
        return sql.selectDistinct(SUBSCRIBER_ID)
                .from(DELIVERY)
                .where(
                        ANNOUNCEMENT_SEQ.in(
                                select(AnnouncementTable.SEQ).from(ANNOUNCEMENT).where(announcements)),
                        Columns.among(sql, SUBSCRIBER_ID, among),
                        which)
                .fetchSet(SUBSCRIBER_ID);
    }

    @Override
    public List<Earlier> unfinished(Announcement before, Collection<SubscriberId> among) {
        var seq = select(AnnouncementTable.SEQ)
                .from(ANNOUNCEMENT)
                .where(AnnouncementTable.ID.eq(before.id()))
                .<Long>asField();
        return DeliveryTable.selected(sql)
                .where(
                        within("a", PAGE_ID).eq(before.page()),
                        within("a", AnnouncementTable.THREAD)
                                .eq(before.subject().thread()),
                        within("a", AnnouncementTable.SEQ).lt(seq),
                        Columns.among(sql, within("d", SUBSCRIBER_ID), among),
                        within("d", DUE).isNotNull())
                .fetch(row -> new Earlier(
                        DeliveryTable.delivery(row),
                        row.get(AnnouncementTable.WEIGHT).isReplaceable()));
    }

    @Override
    public boolean returned(PageId page, DeliveryId id, Delivery.State state) {
        return changes.returned(page, id, state);
    }

    @Override
    public Group stop(PageId page, AnnouncementId announcement, Instant now, Optional<SubscriberId> after, int limit) {
        return changes.stop(page, announcement, now, after, limit);
    }

    @Override
    public Group retry(
            PageId page,
            AnnouncementId announcement,
            Retry which,
            Instant now,
            Optional<SubscriberId> after,
            int limit) {
        var group = changes.retry(page, announcement, which, now, after, limit);
        if (group.size() > 0) {
            announced.run();
        }
        return group;
    }
}
