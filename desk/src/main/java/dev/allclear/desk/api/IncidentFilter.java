package dev.allclear.desk.api;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.incident.Incident;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which incidents a list shows.
///
/// @param open empty for both
/// @param since only those that began then or later
record IncidentFilter(Optional<Boolean> open, Optional<Instant> since) {

    private static final Comparator<Incident> NEWEST_FIRST = Comparator.comparing(Incident::startedAt)
            .thenComparing(incident -> incident.id().value())
            .reversed();

    static IncidentFilter of(Ask ask) {
        var faults = new Faults();
        var open = ask.query().filled("open").flatMap(typed -> faults.read(() -> flag(typed)));
        var since = ask.query().filled("since").flatMap(typed -> faults.read(() -> time(typed)));
        faults.refuseIfAny();
        return new IncidentFilter(open, since);
    }

    private static boolean flag(String typed) {
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refused.Invalid("open", "This must be true or false.");
        };
    }

    private static Instant time(String typed) {
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Refused.Invalid("since", "This must be a time with its zone, such as 2026-11-22T14:30:00Z.");
        }
    }

    List<Incident> apply(Tx tx, PageId page) {
        var wanted =
                open.orElse(false) ? tx.incidents().open(page) : tx.incidents().all(page);
        return wanted.stream()
                .map(Stored::value)
                .filter(incident -> open.isEmpty() || incident.isOpen() == open.get())
                .filter(incident -> since.isEmpty() || !incident.startedAt().isBefore(since.get()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /// Where an incident stands in the list, whatever comes and goes around it.
    static String place(Incident incident) {
        return incident.startedAt().toEpochMilli() + "." + incident.id().value();
    }

    static List<Incident> after(List<Incident> sorted, String place) {
        var dot = place.indexOf('.');
        if (dot < 0 || !place.substring(0, dot).matches("-?[0-9]{1,15}")) {
            throw Portion.noCursor();
        }
        var startedAt = Long.parseLong(place.substring(0, dot));
        var id = place.substring(dot + 1);
        return sorted.stream()
                .filter(incident -> incident.startedAt().toEpochMilli() < startedAt
                        || (incident.startedAt().toEpochMilli() == startedAt
                                && incident.id().value().compareTo(id) < 0))
                .toList();
    }
}
