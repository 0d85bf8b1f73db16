package dev.allclear.store;

import static dev.allclear.store.AnnouncementTable.ANNOUNCEMENT;
import static dev.allclear.store.AnnouncementTable.AT;
import static dev.allclear.store.AnnouncementTable.ENDED;
import static dev.allclear.store.AnnouncementTable.SEQ;
import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ADDRESS;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.DUE;
import static dev.allclear.store.DeliveryTable.NOTE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;

import dev.allclear.PageId;
import dev.allclear.audience.Correspondence;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What deliveries say of people, read from their rows and struck from them.
final class SqlCorrespondence implements Correspondence {

    /// So many deliveries are stripped in one transaction, and a few more.
    private static final int PORTION = 5_000;

    private static final Table<Record> STRIPPED = table("stripped");
    private static final Field<String> SUBJECT = text("subject");
    private static final Field<Long> UP_TO = number("up_to");

    private final DSLContext sql;
    private final Runnable erased;

    /// @param erased called when something of a person is deleted
    SqlCorrespondence(DSLContext sql, Runnable erased) {
        this.sql = sql;
        this.erased = erased;
    }

    @Override
    public List<Sent> of(PageId page, SubscriberId person, int limit) {
        return DeliveryTable.selected(sql, within("a", SUBJECT))
                .where(within("a", PAGE_ID).eq(page), within("d", SUBSCRIBER_ID).eq(person))
                .orderBy(within("a", SEQ).desc())
                .limit(limit)
                .fetch(row -> sent(DeliveryTable.delivery(row), row));
    }

    private static Sent sent(Delivery delivery, Record row) {
        return new Sent(
                delivery.id().value(),
                row.get(SUBJECT),
                delivery.thread(),
                row.get(AT),
                Objects.requireNonNullElse(row.get(ADDRESS), ""),
                delivery.state().kind().key(),
                delivery.attempts(),
                row.get(NOTE));
    }

    /// Announcement by announcement: of those up to the mark nothing is left to forget.
    @Override
    public OptionalInt forgetBefore(PageId page, Instant limit) {
        var upTo = sql.select(UP_TO).from(STRIPPED).where(PAGE_ID.eq(page)).fetchOptional(UP_TO);
        var old = sql.select(SEQ)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), SEQ.gt(upTo.orElse(0L)), AT.lt(limit), ENDED.eq(true))
                .orderBy(SEQ)
                .limit(100)
                .fetch();
        var stripped = 0;
        for (var announcement : old) {
            stripped += strip(announcement.value1(), PORTION - stripped);
            if (stripped >= PORTION) {
                return OptionalInt.of(stripped);
            }
            mark(page, announcement.value1());
            erased.run();
        }
        // Announcements without any delivery are no reason to stop.
        return old.isEmpty() ? OptionalInt.empty() : OptionalInt.of(stripped);
    }

    private int strip(long announcement, int most) {
        var some = sql.select(SUBSCRIBER_ID)
                .from(DELIVERY)
                .where(ANNOUNCEMENT_SEQ.eq(announcement), ADDRESS.isNotNull(), DUE.isNull())
                .limit(most)
                .fetch(SUBSCRIBER_ID);
        return some.isEmpty()
                ? 0
                : sql.update(DELIVERY)
                        .setNull(ADDRESS)
                        .set(NOTE, "")
                        .where(ANNOUNCEMENT_SEQ.eq(announcement), SUBSCRIBER_ID.in(some))
                        .execute();
    }

    private void mark(PageId page, long seq) {
        sql.insertInto(STRIPPED)
                .set(PAGE_ID, page)
                .set(UP_TO, seq)
                .onConflict(PAGE_ID)
                .doUpdate()
                .set(UP_TO, seq)
                .execute();
    }
}
