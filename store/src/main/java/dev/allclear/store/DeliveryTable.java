package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.number;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;
import static dev.allclear.store.Columns.within;

import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;

/// A delivery's row. What its announcement knows is read from there.
final class DeliveryTable {

    static final Table<Record> DELIVERY = table("delivery");
    static final Field<Long> ANNOUNCEMENT_SEQ = number("announcement_seq");
    static final Field<SubscriberId> SUBSCRIBER_ID =
            value("subscriber_id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    static final Field<String> ADDRESS = text("address");
    static final Field<Integer> ATTEMPTS = count("attempts");
    static final Field<Kind> STATE = oneOf("state", Kind.class);
    static final Field<Instant> DUE = instant("due");
    static final Field<Instant> ENDED_AT = instant("ended_at");
    static final Field<String> NOTE = text("note");

    private static final List<Field<?>> OWN =
            List.of(ANNOUNCEMENT_SEQ, SUBSCRIBER_ID, ADDRESS, ATTEMPTS, STATE, DUE, ENDED_AT, NOTE);
    private static final List<Field<?>> OF_ANNOUNCEMENT = List.of(
            PAGE_ID, AnnouncementTable.ID, AnnouncementTable.THREAD, AnnouncementTable.AT, AnnouncementTable.WEIGHT);

    private DeliveryTable() {}

    /// Deliveries `d` with their announcements `a`.
    static SelectOnConditionStep<Record> selected(DSLContext sql, Field<?>... more) {
        var columns = Stream.concat(
                OWN.stream().map(column -> within("d", column)),
                OF_ANNOUNCEMENT.stream().map(column -> within("a", column)));
        return sql.select(Stream.concat(columns, Stream.of(more)).toList())
                .from(DELIVERY.as("d"))
                .join(AnnouncementTable.ANNOUNCEMENT.as("a"))
                .on(within("a", AnnouncementTable.SEQ).eq(within("d", ANNOUNCEMENT_SEQ)));
    }

    static Row row(Delivery delivery, long announcementSeq) {
        return new Row()
                .with(ANNOUNCEMENT_SEQ, announcementSeq)
                .with(SUBSCRIBER_ID, delivery.subscriber())
                .with(ADDRESS, delivery.address().value())
                .with(ATTEMPTS, delivery.attempts())
                .and(row(delivery.state()));
    }

    static Row row(State state) {
        return switch (state) {
            case State.Waiting(var due, var why) -> row(state, Optional.of(due), Optional.empty(), why);
            case State.Sending(var until) -> row(state, Optional.of(until), Optional.empty(), "");
            case State.Accepted(var at, var receipt) -> row(state, Optional.empty(), Optional.of(at), receipt);
            case State.Delivered(var at, var receipt) -> row(state, Optional.empty(), Optional.of(at), receipt);
            case State.Bounced(var at, var why) -> row(state, Optional.empty(), Optional.of(at), why);
            case State.Failed(var at, var why) -> row(state, Optional.empty(), Optional.of(at), why);
            case State.Suppressed(var at, var why) -> row(state, Optional.empty(), Optional.of(at), why);
            case State.Superseded(var at) -> row(state, Optional.empty(), Optional.of(at), "");
            case State.Unknown(var at, var again, var why) -> row(state, again, Optional.of(at), why);
        };
    }

    private static Row row(State state, Optional<Instant> due, Optional<Instant> endedAt, String note) {
        return new Row()
                .with(STATE, state.kind())
                .with(DUE, due)
                .with(ENDED_AT, endedAt)
                // What other machines say must not be refused.
                .with(NOTE, Columns.cleaned(note));
    }

    static Delivery delivery(Record row) {
        var address = row.get(ADDRESS);
        return new Delivery(
                row.get(AnnouncementTable.ID),
                row.get(PAGE_ID),
                row.get(AnnouncementTable.THREAD),
                row.get(SUBSCRIBER_ID),
                address == null ? Delivery.ERASED : new EmailAddress(address),
                row.get(ATTEMPTS),
                state(row));
    }

    private static State state(Record row) {
        return switch (row.get(STATE)) {
            case WAITING -> new State.Waiting(row.get(DUE), row.get(NOTE));
            case SENDING -> new State.Sending(row.get(DUE));
            case ACCEPTED -> new State.Accepted(row.get(ENDED_AT), row.get(NOTE));
            case DELIVERED -> new State.Delivered(row.get(ENDED_AT), row.get(NOTE));
            case BOUNCED -> new State.Bounced(row.get(ENDED_AT), row.get(NOTE));
            case FAILED -> new State.Failed(row.get(ENDED_AT), row.get(NOTE));
            case SUPPRESSED -> new State.Suppressed(row.get(ENDED_AT), row.get(NOTE));
            case SUPERSEDED -> new State.Superseded(row.get(ENDED_AT));
            case UNKNOWN -> new State.Unknown(row.get(ENDED_AT), Optional.ofNullable(row.get(DUE)), row.get(NOTE));
        };
    }
}
