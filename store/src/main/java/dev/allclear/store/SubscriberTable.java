package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.instant;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Pause;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.audience.Tag;
import dev.allclear.language.Language;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// A subscriber's row.
final class SubscriberTable {

    static final Table<Record> SUBSCRIBER = table("subscriber");
    static final Field<SubscriberId> ID = value("id", SubscriberId.class, SubscriberId::new, SubscriberId::value);
    static final Field<EmailAddress> ADDRESS =
            value("address", EmailAddress.class, EmailAddress::new, EmailAddress::value);
    static final Field<String> ADDRESS_KEY = text("address_key");
    static final Field<String> DOMAIN = text("domain");
    static final Field<StandingName> STANDING = oneOf("standing", StandingName.class);
    static final Field<Instant> STANDING_AT = instant("standing_at");
    static final Field<String> STANDING_NOTE = text("standing_note");
    static final Field<String> COMPONENTS = text("components");
    static final Field<String> GROUPS = text("groups");
    static final Field<String> REGIONS = text("regions");
    static final Field<String> KINDS = text("kinds");
    static final Field<Language> LANGUAGE = value("language", Language.class, Language::new, Language::tag);
    static final Field<ZoneId> ZONE = value("zone", ZoneId.class, SubscriberTable::zone, ZoneId::getId);
    static final Field<Instant> CREATED_AT = instant("created_at");
    static final Field<String> TAGS = text("tags");
    static final Field<Instant> PAUSED_UNTIL = instant("paused_until");
    static final List<Field<?>> COLUMNS = List.of(
            PAGE_ID,
            ID,
            ADDRESS,
            STANDING,
            STANDING_AT,
            STANDING_NOTE,
            COMPONENTS,
            GROUPS,
            REGIONS,
            KINDS,
            LANGUAGE,
            ZONE,
            CREATED_AT,
            TAGS,
            PAUSED_UNTIL);

    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private SubscriberTable() {}

    /// A zone that is no more, or not known to this machine, must not keep anybody from hearing: the page's will do.
    private static @Nullable ZoneId zone(String stored) {
        try {
            return ZoneId.of(stored);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    enum StandingName {
        PENDING,
        CONFIRMED,
        LEFT
    }

    static Row row(Subscriber subscriber) {
        var choice = subscriber.choice();
        var row = new Row()
                .with(PAGE_ID, subscriber.page())
                .with(ID, subscriber.id())
                .with(ADDRESS, subscriber.address())
                .with(ADDRESS_KEY, subscriber.address().key())
                .with(DOMAIN, subscriber.address().domain())
                .and(parts(choice))
                .with(KINDS, joined(choice.kinds(), Choice.Kind::key))
                .with(LANGUAGE, subscriber.language())
                .with(ZONE, subscriber.zone())
                .with(CREATED_AT, subscriber.createdAt())
                .with(TAGS, tags(subscriber.tags()))
                .with(
                        PAUSED_UNTIL,
                        subscriber.pause().map(pause -> pause.until().orElse(NEVER)));
        return switch (subscriber.standing()) {
            case Standing.Pending() -> standing(row, StandingName.PENDING, Optional.empty(), Optional.empty());
            case Standing.Confirmed(var at, var proof) ->
                standing(row, StandingName.CONFIRMED, Optional.of(at), Optional.of(proof));
            case Standing.Left(var at, var why) -> standing(row, StandingName.LEFT, Optional.of(at), Optional.of(why));
        };
    }

    static Row parts(Choice choice) {
        return new Row()
                .with(COMPONENTS, joined(choice.components(), ComponentId::value))
                .with(GROUPS, joined(choice.groups(), GroupId::value))
                .with(REGIONS, joined(choice.regions(), RegionId::value));
    }

    private static Row standing(Row row, StandingName name, Optional<Instant> at, Optional<String> note) {
        // What a mail server said may stand in the note, and it may say anything.
        return row.with(STANDING, name).with(STANDING_AT, at).with(STANDING_NOTE, note.map(Columns::cleaned));
    }

    private static <T> String joined(Collection<T> chosen, Function<T, String> id) {
        return chosen.stream().map(id).sorted().collect(Collectors.joining(" "));
    }

    private static String tags(Set<Tag> tags) {
        return tags.isEmpty() ? "" : tags.stream().sorted().map(Tag::word).collect(Collectors.joining("|", "|", "|"));
    }

    static Subscriber subscriber(Record row) {
        var standing = switch (row.get(STANDING)) {
            case PENDING -> new Standing.Pending();
            case CONFIRMED -> new Standing.Confirmed(row.get(STANDING_AT), row.get(STANDING_NOTE));
            case LEFT -> new Standing.Left(row.get(STANDING_AT), row.get(STANDING_NOTE));
        };
        return new Subscriber(
                row.get(ID),
                row.get(PAGE_ID),
                row.get(ADDRESS),
                standing,
                choice(row),
                row.get(LANGUAGE),
                Optional.ofNullable(row.get(ZONE)),
                row.get(CREATED_AT),
                split(row.get(TAGS), "[|]", Tag::new),
                Optional.ofNullable(row.get(PAUSED_UNTIL))
                        .map(end -> end.equals(NEVER) ? Pause.OPEN : Pause.until(end)));
    }

    static Choice choice(Record row) {
        return new Choice(
                split(row.get(COMPONENTS), " ", ComponentId::new),
                split(row.get(GROUPS), " ", GroupId::new),
                split(row.get(REGIONS), " ", RegionId::new),
                split(row.get(KINDS), " ", kind -> Choice.Kind.valueOf(kind.toUpperCase(Locale.ROOT))));
    }

    private static <T> Set<T> split(String kept, String between, Function<String, T> read) {
        return kept.isEmpty()
                ? Set.of()
                : Stream.of(kept.split(between, -1))
                        .filter(one -> !one.isEmpty())
                        .map(read)
                        .collect(Collectors.toSet());
    }
}
