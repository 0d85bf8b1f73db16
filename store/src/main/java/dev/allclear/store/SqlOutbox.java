package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.AnnouncementTable.AT;
import static dev.allclear.store.AnnouncementTable.COLUMNS;
import static dev.allclear.store.AnnouncementTable.ENDED;
import static dev.allclear.store.AnnouncementTable.HELD_UNTIL;
import static dev.allclear.store.AnnouncementTable.ID;
import static dev.allclear.store.AnnouncementTable.OPEN_PORTIONS;
import static dev.allclear.store.AnnouncementTable.PEOPLE;
import static dev.allclear.store.AnnouncementTable.PORTIONS;
import static dev.allclear.store.AnnouncementTable.REPLACED;
import static dev.allclear.store.AnnouncementTable.SEQ;
import static dev.allclear.store.AnnouncementTable.STOPPED;
import static dev.allclear.store.AnnouncementTable.SUBJECT;
import static dev.allclear.store.AnnouncementTable.THREAD;
import static dev.allclear.store.AnnouncementTable.WHOLE;
import static dev.allclear.store.AnnouncementTable.announcement;
import static dev.allclear.store.AnnouncementTable.row;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Subject;
import dev.allclear.store.AnnouncementTable.SubjectName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/// Announcements as rows that count up.
final class SqlOutbox implements Outbox {

    private final DSLContext sql;
    private final Runnable announced;

    /// @param announced called when there is something new to deliver
    SqlOutbox(DSLContext sql, Runnable announced) {
        this.sql = sql;
        this.announced = announced;
    }

    @Override
    public void add(Announcement announcement) {
        sql.insertInto(ANNOUNCEMENT).set(row(announcement).values()).execute();
        announced.run();
    }

    @Override
    public void hold(Announcement announcement, Instant until) {
        sql.insertInto(ANNOUNCEMENT)
                .set(row(announcement).with(HELD_UNTIL, until).values())
                .execute();
        announced.run();
    }

    @Override
    public boolean stop(PageId page, AnnouncementId id, Instant now) {
        return end(page, id, PORTIONS.eq(0L).and(WHOLE.eq(false)).and(HELD_UNTIL.gt(now)));
    }

    @Override
    public void end(PageId page, AnnouncementId id) {
        end(page, id, STOPPED.eq(false));
    }

    /// Nobody is looked at any more; what is in somebody's hands ends by itself.
    private boolean end(PageId page, AnnouncementId id, Condition only) {
        return sql.update(ANNOUNCEMENT)
                        .set(STOPPED, true)
                        .set(WHOLE, true)
                        .set(ENDED, isOver())
                        .where(PAGE_ID.eq(page), ID.eq(id), only)
                        .execute()
                > 0;
    }

    private static Field<Boolean> isOver() {
        return when(OPEN_PORTIONS.eq(0), val(true, ENDED)).otherwise(val(false, ENDED));
    }

    @Override
    public Map<AnnouncementId, Halt> halted(Collection<AnnouncementId> among) {
        return sql.select(ID, STOPPED)
                .from(ANNOUNCEMENT)
                .where(ID.in(among), STOPPED.eq(true).or(REPLACED.eq(true)))
                .fetchMap(ID, row -> row.get(STOPPED) ? Halt.STOPPED : Halt.REPLACED);
    }

    @Override
    public Optional<Instant> nextHeld() {
        // Whatever waits for an earlier one of its thread begins when that ends, and not at a time.
        return sql.select(within("a", HELD_UNTIL))
                .from(ANNOUNCEMENT.as("a"))
                .where(
                        AnnouncementTable.isUnfinished("a"),
                        within("a", HELD_UNTIL).isNotNull(),
                        within("a", WHOLE).eq(false),
                        SqlPortions.isFirst("a"))
                .orderBy(within("a", HELD_UNTIL))
                .limit(1)
                .fetchOptional(HELD_UNTIL);
    }

    @Override
    public int confirmationsSince(PageId page, SubscriberId subscriber, Instant since) {
        return sql.fetchCount(
                ANNOUNCEMENT,
                PAGE_ID.eq(page),
                THREAD.eq(subscriber.value()),
                SUBJECT.eq(SubjectName.CONFIRMATION),
                AT.ge(since));
    }

    @Override
    public Optional<Announcement> find(PageId page, AnnouncementId id) {
        return sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .fetchOptional(AnnouncementTable::announcement);
    }

    @Override
    public List<Progress> recent(PageId page, int limit) {
        var rows = sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page))
                .orderBy(SEQ.desc())
                .limit(limit)
                .fetch();
        return progress(rows);
    }

    @Override
    public Optional<Progress> progress(PageId page, AnnouncementId id) {
        var rows = sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .fetch();
        return progress(rows).stream().findFirst();
    }

    @Override
    public List<Progress> of(PageId page, String thread) {
        var rows = sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), THREAD.eq(thread))
                .orderBy(SEQ)
                .fetch();
        return progress(rows);
    }

    private List<Progress> progress(List<? extends Record> rows) {
        var tallies = new DeliveryCounts(sql)
                .tallies(rows.stream().map(row -> row.get(SEQ)).toList());
        return rows.stream()
                .map(row -> new Progress(
                        announcement(row),
                        new Cut(row.get(PEOPLE), row.get(OPEN_PORTIONS), row.get(WHOLE)),
                        Optional.ofNullable(row.get(HELD_UNTIL)),
                        row.get(STOPPED),
                        tallies.getOrDefault(row.get(SEQ), Tally.NONE)))
                .toList();
    }

    /// The announcement of exactly that.
    static Optional<AnnouncementId> about(DSLContext sql, PageId page, Subject subject) {
        return sql
                .select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), THREAD.eq(subject.thread()))
                .orderBy(SEQ)
                .fetch(AnnouncementTable::announcement)
                .stream()
                .filter(announcement -> announcement.subject().equals(subject))
                .map(Announcement::id)
                .findFirst();
    }

    /// The page of an announcement, in a query.
    static Field<PageId> pageOf(Field<Long> announcement) {
        return select(PAGE_ID).from(ANNOUNCEMENT).where(SEQ.eq(announcement)).asField();
    }

    /// The order in which they were announced.
    static Map<AnnouncementId, Long> sequence(DSLContext sql, Collection<AnnouncementId> announcements) {
        return sql.select(ID, SEQ)
                .from(ANNOUNCEMENT)
                .where(ID.in(announcements))
                .fetchMap(ID, SEQ);
    }
}
