package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Time zones to choose from: the places that people know, by part of the world, with what the clock there is off by
/// now.
public final class ZoneOptions {

    private static final List<String> PARTS =
            List.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    /// A part of the world and its zones.
    public record Part(String name, List<Option> zones) {}

    private ZoneOptions() {}

    public static List<Part> all(Instant now) {
        var parts = new ArrayList<Part>();
        parts.add(new Part("Everywhere", List.of(Option.of("UTC", "UTC"))));
        for (var part : PARTS) {
            parts.add(new Part(
                    part,
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> id.startsWith(part + "/"))
                            .map(id -> Option.of(id, label(id, now)))
                            .sorted(Comparator.comparing(Option::label))
                            .toList()));
        }
        return List.copyOf(parts);
    }

    /// `Europe/Berlin` becomes `Berlin (UTC+01:00)`.
    public static String label(String id, Instant now) {
        var place = id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
        var offset = ZoneId.of(id).getRules().getOffset(now).getId();
        return place + " (UTC" + (offset.equals("Z") ? "" : offset.toUpperCase(Locale.ROOT)) + ")";
    }
}
