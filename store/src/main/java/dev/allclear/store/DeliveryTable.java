package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.DeliveryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// A delivery's row. `due` is set while it waits or is being sent, `ended_at` once it is over; never both.
final class DeliveryTable {

    static final Table<Record> DELIVERY = table("delivery");
    static final Field<Long> NUMBER = number("number");
    static final Field<DeliveryId> ID = value("id", DeliveryId.class, DeliveryId::new, DeliveryId::value);
    static final Field<AnnouncementId> ANNOUNCEMENT_ID =
            value("announcement_id", AnnouncementId.class, AnnouncementId::new, AnnouncementId::value);
    static final Field<Long> ANNOUNCEMENT_SEQ = number("announcement_seq");
    static final Field<String> THREAD = text("thread");
    static final Field<SubscriberId> SUBSCRIBER_ID =
            value("subscriber_id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    static final Field<String> ADDRESS = text("address");
    static final Field<Integer> ATTEMPTS = count("attempts");
    static final Field<StateName> STATE = oneOf("state", StateName.class);
    static final Field<Instant> DUE = instant("due");
    static final Field<Instant> ENDED_AT = instant("ended_at");
    static final Field<String> NOTE = text("note");

    static final List<Field<?>> COLUMNS = List.of(
            NUMBER, PAGE_ID, ID, ANNOUNCEMENT_ID, THREAD, SUBSCRIBER_ID, ADDRESS, ATTEMPTS, STATE, DUE, ENDED_AT, NOTE);

    private DeliveryTable() {}

    enum StateName {
        WAITING,
        SENDING,
        SENT,
        FAILED
    }

    static Row row(Delivery delivery, long announcementSeq) {
        return new Row()
                .with(PAGE_ID, delivery.page())
                .with(ID, delivery.id())
                .with(ANNOUNCEMENT_ID, delivery.announcement())
                .with(ANNOUNCEMENT_SEQ, announcementSeq)
                .with(THREAD, delivery.thread())
                .with(SUBSCRIBER_ID, delivery.subscriber())
                .with(ADDRESS, delivery.address().value())
                .with(ATTEMPTS, delivery.attempts())
                .and(row(delivery.state()));
    }

    static Row row(Delivery.State state) {
        return switch (state) {
            case Delivery.State.Waiting(var due, var why) ->
                row(StateName.WAITING, Optional.of(due), Optional.empty(), why);
            case Delivery.State.Sending(var leaseUntil) ->
                row(StateName.SENDING, Optional.of(leaseUntil), Optional.empty(), "");
            case Delivery.State.Sent(var at, var receipt) ->
                row(StateName.SENT, Optional.empty(), Optional.of(at), receipt);
            case Delivery.State.Failed(var at, var why) ->
                row(StateName.FAILED, Optional.empty(), Optional.of(at), why);
        };
    }

    private static Row row(StateName name, Optional<Instant> due, Optional<Instant> endedAt, String note) {
        // The note is what another machine said, and it may say anything.
        return new Row()
                .with(STATE, name)
                .with(DUE, due)
                .with(ENDED_AT, endedAt)
                .with(NOTE, Columns.cleaned(note));
    }

    static Delivery delivery(Record row) {
        return new Delivery(
                row.get(ID),
                row.get(ANNOUNCEMENT_ID),
                row.get(PAGE_ID),
                row.get(THREAD),
                row.get(SUBSCRIBER_ID),
                Optional.ofNullable(row.get(ADDRESS)).map(EmailAddress::new).orElse(Delivery.ERASED),
                row.get(ATTEMPTS),
                state(row));
    }

    private static Delivery.State state(Record row) {
        return switch (row.get(STATE)) {
            case WAITING -> new Delivery.State.Waiting(row.get(DUE), row.get(NOTE));
            case SENDING -> new Delivery.State.Sending(row.get(DUE));
            case SENT -> new Delivery.State.Sent(row.get(ENDED_AT), row.get(NOTE));
            case FAILED -> new Delivery.State.Failed(row.get(ENDED_AT), row.get(NOTE));
        };
    }
}
