package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.flag;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.within;

import dev.allclear.PageId;
import dev.allclear.audience.Correspondence;
import dev.allclear.audience.SubscriberId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What deliveries say of people, read from their rows and struck from them.
final class SqlCorrespondence implements Correspondence {

    /// So many deliveries are stripped in one transaction, and a few more.
    private static final int PORTION = 5_000;

    private static final Table<Record> DELIVERY = table("delivery");
    private static final Table<Record> ANNOUNCEMENT = table("announcement");
    private static final Table<Record> STRIPPED = table("stripped");
    private static final Field<String> ID = text("id");
    private static final Field<String> ANNOUNCEMENT_ID = text("announcement_id");
    private static final Field<SubscriberId> SUBSCRIBER_ID = DeliveryTable.SUBSCRIBER_ID;
    private static final Field<String> SUBJECT = text("subject");
    private static final Field<String> THREAD = text("thread");
    private static final Field<Instant> AT = instant("at");
    private static final Field<String> ADDRESS = text("address");
    private static final Field<String> STATE = text("state");
    private static final Field<Long> ATTEMPTS = number("attempts");
    private static final Field<String> NOTE = text("note");
    private static final Field<Instant> DUE = instant("due");
    private static final Field<Long> SEQ = number("seq");
    private static final Field<Boolean> FANNED_OUT = flag("fanned_out");
    private static final Field<Long> UP_TO = number("up_to");

    private final DSLContext sql;

    SqlCorrespondence(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Sent> of(PageId page, SubscriberId person, int limit) {
        return sql.select(
                        within("d", ID),
                        within("a", SUBJECT),
                        within("a", THREAD),
                        within("a", AT),
                        within("d", ADDRESS),
                        within("d", STATE),
                        within("d", ATTEMPTS),
                        within("d", NOTE))
                .from(DELIVERY.as("d"))
                .join(ANNOUNCEMENT.as("a"))
                .on(
                        within("a", PAGE_ID).eq(within("d", PAGE_ID)),
                        within("a", ID).eq(within("d", ANNOUNCEMENT_ID)))
                .where(within("d", PAGE_ID).eq(page), within("d", SUBSCRIBER_ID).eq(person))
                .orderBy(within("a", SEQ).desc())
                .limit(limit)
                .fetch(row -> new Sent(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Objects.requireNonNullElse(row.value5(), ""),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /// Announcement by announcement: of those up to the mark nothing is left to forget.
    @Override
    public int forgetBefore(PageId page, Instant limit) {
        var upTo = sql.select(UP_TO).from(STRIPPED).where(PAGE_ID.eq(page)).fetchOptional(UP_TO);
        var old = sql.select(SEQ, ID)
                .from(ANNOUNCEMENT)
                .where(PAGE_ID.eq(page), SEQ.gt(upTo.orElse(0L)), AT.lt(limit), FANNED_OUT.eq(true))
                .orderBy(SEQ)
                .limit(100)
                .fetch();
        var stripped = 0;
        for (var announcement : old) {
            stripped += strip(page, announcement.value2(), PORTION - stripped);
            if (stripped >= PORTION) {
                return stripped;
            }
            mark(page, announcement.value1());
        }
        // Announcements without any delivery are no reason to stop.
        return old.isEmpty() ? 0 : Math.max(1, stripped);
    }

    private int strip(PageId page, String announcement, int most) {
        var some = sql.select(DeliveryTable.NUMBER)
                .from(DELIVERY)
                .where(PAGE_ID.eq(page), ANNOUNCEMENT_ID.eq(announcement), ADDRESS.isNotNull(), DUE.isNull())
                .limit(most)
                .fetch(DeliveryTable.NUMBER);
        return some.isEmpty()
                ? 0
                : sql.update(DELIVERY)
                        .setNull(ADDRESS)
                        .set(NOTE, "")
                        .where(DeliveryTable.NUMBER.in(some))
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
