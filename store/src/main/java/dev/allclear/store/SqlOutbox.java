package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Columns.within;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.promise.ReminderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Announcements as rows that count up.
final class SqlOutbox implements Outbox {

    private static final Table<Record> ANNOUNCEMENT = table("announcement");
    private static final Field<Long> SEQ = number("seq");
    private static final Field<AnnouncementId> ID =
            value("id", AnnouncementId.class, AnnouncementId::new, AnnouncementId::value);
    private static final Field<SubjectName> SUBJECT = oneOf("subject", SubjectName.class);
    private static final Field<String> THREAD = text("thread");
    private static final Field<String> ITEM_ID = text("item_id");
    private static final Field<Instant> AT = instant("at");
    private static final Field<SubscriberId> AFTER_ID =
            value("after_id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    private static final Field<Boolean> FANNED_OUT = flag("fanned_out");
    private static final Field<Instant> HELD_UNTIL = instant("held_until");
    private static final Field<Boolean> STOPPED = flag("stopped");
    private static final List<Field<?>> COLUMNS =
            List.of(SEQ, PAGE_ID, ID, SUBJECT, THREAD, ITEM_ID, AT, AFTER_ID, FANNED_OUT, HELD_UNTIL, STOPPED);

    private final DSLContext sql;
    private final Runnable announced;

    /// @param announced called when there is something new to deliver
    SqlOutbox(DSLContext sql, Runnable announced) {
        this.sql = sql;
        this.announced = announced;
    }

    private enum SubjectName {
        INCIDENT,
        REPORT,
        MAINTENANCE,
        CONFIRMATION,
        CORRECTION,
        REMINDER,
        HANDOVER
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
        return sql.update(ANNOUNCEMENT)
                        .set(STOPPED, true)
                        .set(FANNED_OUT, true)
                        .where(PAGE_ID.eq(page), ID.eq(id), FANNED_OUT.eq(false), HELD_UNTIL.gt(now))
                        .execute()
                > 0;
    }

    @Override
    public void cut(PageId page, AnnouncementId id) {
        sql.update(ANNOUNCEMENT)
                .set(STOPPED, true)
                .set(FANNED_OUT, true)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .execute();
    }

    @Override
    public boolean isStopped(PageId page, AnnouncementId id) {
        return sql.fetchExists(ANNOUNCEMENT, PAGE_ID.eq(page), ID.eq(id), STOPPED.eq(true));
    }

    @Override
    public Optional<Instant> nextHeld() {
        return sql.select(HELD_UNTIL)
                .from(ANNOUNCEMENT)
                .where(FANNED_OUT.eq(inline(false, FANNED_OUT)), HELD_UNTIL.isNotNull())
                .orderBy(HELD_UNTIL)
                .limit(1)
                .fetchOptional(HELD_UNTIL);
    }

    private static Row row(Announcement announcement) {
        var row = new Row()
                .with(PAGE_ID, announcement.page())
                .with(ID, announcement.id())
                .with(THREAD, announcement.subject().thread())
                .with(AT, announcement.at());
        return switch (announcement.subject()) {
            case Subject.OfIncident(var _, var update) ->
                row.with(SUBJECT, SubjectName.INCIDENT).with(ITEM_ID, update.value());
            case Subject.OfReport _ -> row.with(SUBJECT, SubjectName.REPORT);
            case Subject.OfMaintenance(var _, var notice) ->
                row.with(SUBJECT, SubjectName.MAINTENANCE).with(ITEM_ID, notice.value());
            case Subject.OfCorrection(var _, var update) ->
                row.with(SUBJECT, SubjectName.CORRECTION).with(ITEM_ID, update.value());
            case Subject.OfConfirmation _ -> row.with(SUBJECT, SubjectName.CONFIRMATION);
            case Subject.OfReminder _ -> row.with(SUBJECT, SubjectName.REMINDER);
            case Subject.OfHandover(var _, var since) ->
                row.with(SUBJECT, SubjectName.HANDOVER).with(ITEM_ID, Long.toString(since.toEpochMilli()));
        };
    }

    private static Announcement announcement(Record row) {
        var thread = row.get(THREAD);
        var subject = switch (row.get(SUBJECT)) {
            case INCIDENT -> new Subject.OfIncident(new IncidentId(thread), new UpdateId(row.get(ITEM_ID)));
            case REPORT -> new Subject.OfReport(new IncidentId(thread));
            case MAINTENANCE -> new Subject.OfMaintenance(new MaintenanceId(thread), new NoticeId(row.get(ITEM_ID)));
            case CORRECTION -> new Subject.OfCorrection(new IncidentId(thread), new UpdateId(row.get(ITEM_ID)));
            case CONFIRMATION -> new Subject.OfConfirmation(new SubscriberId(thread));
            case REMINDER -> new Subject.OfReminder(new ReminderId(thread));
            case HANDOVER ->
                new Subject.OfHandover(new DraftId(thread), Instant.ofEpochMilli(Long.parseLong(row.get(ITEM_ID))));
        };
        return new Announcement(row.get(ID), row.get(PAGE_ID), subject, row.get(AT));
    }

    /// Never one whose story has an earlier one that is unfinished: two nodes side by side would deliver the end of it
    /// before the beginning.
    @Override
    public Optional<Portion> next(Instant now) {
        var earlier = selectOne()
                .from(ANNOUNCEMENT.as("e"))
                .where(
                        isUnfinished("e"),
                        within("e", PAGE_ID).eq(within("a", PAGE_ID)),
                        within("e", THREAD).eq(within("a", THREAD)),
                        within("e", SEQ).lt(within("a", SEQ)));
        var query = sql.select(
                        COLUMNS.stream().map(column -> within("a", column)).toList())
                .from(ANNOUNCEMENT.as("a"))
                .where(
                        isUnfinished("a"),
                        within("a", HELD_UNTIL)
                                .isNull()
                                .or(within("a", HELD_UNTIL).le(now)),
                        notExists(earlier))
                .orderBy(within("a", SEQ))
                .limit(1);
        var found = Columns.isPostgres(sql)
                ? query.forUpdate().of(ANNOUNCEMENT.as("a")).skipLocked()
                : query;
        return found.fetchOptional(row -> new Portion(announcement(row), Optional.ofNullable(row.get(AFTER_ID))));
    }

    /// Written out, not bound, so that the index of the unfinished ones serves.
    private static Condition isUnfinished(String alias) {
        return within(alias, FANNED_OUT).eq(inline(false, FANNED_OUT));
    }

    @Override
    public void advanced(AnnouncementId announcement, SubscriberId after) {
        sql.update(ANNOUNCEMENT).set(AFTER_ID, after).where(ID.eq(announcement)).execute();
    }

    @Override
    public void finished(AnnouncementId announcement) {
        sql.update(ANNOUNCEMENT)
                .set(FANNED_OUT, true)
                .where(ID.eq(announcement))
                .execute();
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
                .fetchOptional(SqlOutbox::announcement);
    }

    @Override
    public List<Progress> recent(PageId page, int limit) {
        var rows = sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page))
                .orderBy(SEQ.desc())
                .limit(limit)
                .fetch();
        return progress(page, rows);
    }

    @Override
    public Optional<Progress> progress(PageId page, AnnouncementId id) {
        var rows = sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), ID.eq(id))
                .fetch();
        return progress(page, rows).stream().findFirst();
    }

    @Override
    public List<Progress> of(PageId page, String thread) {
        var rows = sql.select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), THREAD.eq(thread))
                .orderBy(SEQ)
                .fetch();
        return progress(page, rows);
    }

    private List<Progress> progress(PageId page, List<? extends Record> rows) {
        var tallies = new SqlDeliveries(sql, announced)
                .tallies(page, rows.stream().map(row -> row.get(ID)).toList());
        return rows.stream()
                .map(row -> new Progress(
                        announcement(row),
                        row.get(FANNED_OUT),
                        Optional.ofNullable(row.get(HELD_UNTIL)),
                        row.get(STOPPED),
                        tallies.getOrDefault(row.get(ID), new Tally(0, 0, 0, 0))))
                .toList();
    }

    /// Was anything announced of the same story since?
    static boolean goesOn(DSLContext sql, PageId page, AnnouncementId announcement) {
        return sql.fetchExists(selectOne()
                .from(ANNOUNCEMENT.as("a"))
                .join(ANNOUNCEMENT.as("n"))
                .on(
                        within("n", PAGE_ID).eq(within("a", PAGE_ID)),
                        within("n", THREAD).eq(within("a", THREAD)),
                        within("n", SEQ).gt(within("a", SEQ)))
                .where(within("a", PAGE_ID).eq(page), within("a", ID).eq(announcement)));
    }

    /// The announcement of exactly that.
    static Optional<AnnouncementId> about(DSLContext sql, PageId page, Subject subject) {
        return sql
                .select(COLUMNS)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), THREAD.eq(subject.thread()))
                .orderBy(SEQ)
                .fetch(SqlOutbox::announcement)
                .stream()
                .filter(announcement -> announcement.subject().equals(subject))
                .map(Announcement::id)
                .findFirst();
    }

    /// The order in which they were announced.
    static Map<AnnouncementId, Long> sequence(DSLContext sql, PageId page, Collection<AnnouncementId> announcements) {
        return sql.select(ID, SEQ)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), ID.in(announcements))
                .fetchMap(ID, SEQ);
    }
}
