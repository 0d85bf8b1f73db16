package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Columns.within;
import static dev.allclear.store.DeliveryTable.ANNOUNCEMENT_SEQ;
import static dev.allclear.store.DeliveryTable.DELIVERY;
import static dev.allclear.store.DeliveryTable.ENDED_AT;
import static dev.allclear.store.DeliveryTable.STATE;
import static dev.allclear.store.DeliveryTable.SUBSCRIBER_ID;
import static dev.allclear.store.SqlSuppressions.ADDRESS_MARK;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.returns.ReturnNote;
import dev.allclear.returns.ReturnNote.Kind;
import dev.allclear.returns.Returns;
import dev.allclear.suppression.AddressMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Deliveries that came back, a row for each reason.
final class SqlReturns implements Returns {

    private static final Table<Record> RETURNED_MAIL = table("returned_mail");
    private static final Field<DeliveryId> DELIVERY_ID =
            value("delivery_id", DeliveryId.class, DeliveryId::new, DeliveryId::value);
    private static final Field<Kind> KIND = oneOf("kind", Kind.class);
    private static final Field<String> STATUS = text("status");
    private static final Field<String> TEXT = text("text");
    private static final Field<Instant> AT = instant("at");
    private static final List<Field<?>> COLUMNS = List.of(PAGE_ID, DELIVERY_ID, KIND, ADDRESS_MARK, STATUS, TEXT, AT);

    private final DSLContext sql;

    SqlReturns(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(ReturnNote note) {
        return sql.insertInto(RETURNED_MAIL)
                        .set(new Row()
                                .with(PAGE_ID, note.page())
                                .with(DELIVERY_ID, note.delivery())
                                .with(KIND, note.kind())
                                .with(ADDRESS_MARK, note.mark())
                                .with(STATUS, Columns.cleaned(note.status()))
                                .with(TEXT, Columns.cleaned(note.text()))
                                .with(AT, note.at())
                                .values())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public int count(PageId page, AddressMark mark, Kind kind, Instant since) {
        return sql.fetchCount(RETURNED_MAIL, PAGE_ID.eq(page), ADDRESS_MARK.eq(mark), KIND.eq(kind), AT.gt(since));
    }

    @Override
    public Optional<Instant> lastKept(PageId page, SubscriberId subscriber, Instant before) {
        var at = within("d", ENDED_AT);
        return sql.select(at)
                .from(AnnouncementTable.ANNOUNCEMENT.as("a"))
                .join(DELIVERY.as("d"))
                .on(
                        within("d", ANNOUNCEMENT_SEQ).eq(within("a", AnnouncementTable.SEQ)),
                        within("d", SUBSCRIBER_ID).eq(subscriber))
                .where(
                        within("a", PAGE_ID).eq(page),
                        within("d", STATE).in(Delivery.Kind.ACCEPTED, Delivery.Kind.DELIVERED),
                        at.lt(before))
                .orderBy(at.desc())
                .limit(1)
                .fetchOptional(at);
    }

    @Override
    public List<ReturnNote> recent(PageId page, Kind kind, Instant since, int limit) {
        return sql.select(COLUMNS)
                .from(RETURNED_MAIL)
                .where(PAGE_ID.eq(page), AT.gt(since), KIND.eq(kind))
                .orderBy(AT.desc(), DELIVERY_ID)
                .limit(limit)
                .fetch(SqlReturns::note);
    }

    private static ReturnNote note(Record row) {
        return new ReturnNote(
                row.get(PAGE_ID),
                row.get(DELIVERY_ID),
                row.get(ADDRESS_MARK),
                row.get(KIND),
                row.get(STATUS),
                row.get(TEXT),
                row.get(AT));
    }

    @Override
    public void removeBefore(PageId page, Instant limit) {
        sql.deleteFrom(RETURNED_MAIL).where(PAGE_ID.eq(page), AT.lt(limit)).execute();
    }
}
