package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static org.jooq.impl.DSL.inline;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.delivery.Weight;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.promise.ReminderId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// An announcement's row.
final class AnnouncementTable {

    static final Table<Record> ANNOUNCEMENT = table("announcement");
    static final Field<Long> SEQ = number("seq");
    static final Field<AnnouncementId> ID =
            value("id", AnnouncementId.class, AnnouncementId::new, AnnouncementId::value);
    static final Field<SubjectName> SUBJECT = oneOf("subject", SubjectName.class);
    static final Field<String> THREAD = text("thread");
    static final Field<String> ITEM_ID = text("item_id");
    static final Field<Instant> AT = instant("at");
    static final Field<Weight> WEIGHT = oneOf("weight", Weight.class);
    static final Field<Integer> TURN = count("turn");
    static final Field<SubscriberId> AFTER_ID =
            value("after_id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    static final Field<Long> PORTIONS = number("portions");
    static final Field<Long> PEOPLE = number("people");
    static final Field<Integer> OPEN_PORTIONS = count("open_portions");
    static final Field<Boolean> WHOLE = flag("whole");
    static final Field<Boolean> ENDED = flag("ended");
    static final Field<Instant> HELD_UNTIL = instant("held_until");
    static final Field<Boolean> STOPPED = flag("stopped");
    static final Field<Boolean> REPLACED = flag("replaced");

    static final List<Field<?>> COLUMNS = List.of(
            SEQ,
            PAGE_ID,
            ID,
            SUBJECT,
            THREAD,
            ITEM_ID,
            AT,
            WEIGHT,
            AFTER_ID,
            PORTIONS,
            PEOPLE,
            OPEN_PORTIONS,
            WHOLE,
            HELD_UNTIL,
            STOPPED,
            REPLACED);

    private AnnouncementTable() {}

    enum SubjectName {
        INCIDENT,
        REPORT,
        MAINTENANCE,
        CONFIRMATION,
        CORRECTION,
        REMINDER,
        HANDOVER
    }

    /// Written out, not bound, so that the index of the unfinished ones serves.
    static Condition isUnfinished(String alias) {
        return Columns.within(alias, ENDED).eq(inline(false, ENDED));
    }

    static Row row(Announcement announcement) {
        var row = new Row()
                .with(PAGE_ID, announcement.page())
                .with(ID, announcement.id())
                .with(THREAD, announcement.subject().thread())
                .with(AT, announcement.at())
                .with(WEIGHT, announcement.weight())
                .with(TURN, announcement.weight().turn());
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

    static Announcement announcement(Record row) {
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
        return new Announcement(row.get(ID), row.get(PAGE_ID), subject, row.get(AT), row.get(WEIGHT));
    }
}
