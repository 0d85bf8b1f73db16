package dev.allclear.roster;

import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.Tag;
import dev.allclear.status.Catalogue;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes subscribers as CSV, as `CsvRoster` reads them.
public final class RosterWriter {

    private final Catalogue catalogue;
    private final Instant now;

    public RosterWriter(Catalogue catalogue, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
    }

    /// The first line.
    public static String head() {
        return CsvText.line(CsvRoster.written().stream().map(Column::head).toList());
    }

    public String line(Subscriber subscriber) {
        return CsvText.line(CsvRoster.written().stream()
                .map(column -> cell(subscriber, column))
                .toList());
    }

    private String cell(Subscriber subscriber, Column column) {
        var choice = subscriber.choice();
        return switch (column) {
            case EMAIL -> subscriber.address().value();
            case STATE -> state(subscriber);
            case CONSENT_AT -> subscriber.standing() instanceof Standing.Confirmed(var at, var _) ? at.toString() : "";
            case CONSENT_SOURCE -> subscriber.standing() instanceof Standing.Confirmed(var _, var proof) ? proof : "";
            case COMPONENTS -> names(choice.components(), catalogue::component, component -> component.name());
            case COMPONENT_IDS -> joined(choice.components(), ComponentId::value);
            case GROUPS -> names(choice.groups(), catalogue::group, group -> group.name());
            case GROUP_IDS -> joined(choice.groups(), GroupId::value);
            case REGIONS -> names(choice.regions(), catalogue::region, region -> region.name());
            case REGION_IDS -> joined(choice.regions(), RegionId::value);
            case KINDS -> joined(choice.kinds(), Choice.Kind::key);
            case LANGUAGE -> subscriber.language().tag();
            case TIME_ZONE -> subscriber.zone().map(ZoneId::getId).orElse("");
            case TAGS -> joined(subscriber.tags(), Tag::word);
            case PAUSED_UNTIL ->
                subscriber
                        .pause()
                        .filter(pause -> pause.holds(now))
                        .flatMap(pause -> pause.until())
                        .map(Instant::toString)
                        .orElse("");
            case CREATED_AT -> subscriber.createdAt().toString();
            case MODE, QUARANTINED_AT -> "";
        };
    }

    private String state(Subscriber subscriber) {
        return switch (subscriber.standing()) {
            case Standing.Pending _ -> "pending";
            case Standing.Confirmed _ -> subscriber.isPaused(now) ? "paused" : "confirmed";
            case Standing.Left _ -> "left";
        };
    }

    private static <T> String joined(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).sorted().collect(Collectors.joining(";"));
    }

    private static <T, P> String names(Collection<T> ids, Function<T, Optional<P>> find, Function<P, String> name) {
        List<String> names = ids.stream()
                .map(id -> find.apply(id).map(name).orElse("(gone)"))
                .sorted()
                .toList();
        return String.join(";", names);
    }
}
