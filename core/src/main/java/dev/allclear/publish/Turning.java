package dev.allclear.publish;

import dev.allclear.maintenance.Maintenance;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicPage;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// When a page turns untrue by time alone: a promise passes, a window opens or closes, a day ends.
final class Turning {

    private Turning() {}

    static Instant next(PublicPage page) {
        var midnight = page.asOf()
                .atZone(page.page().zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(page.page().zone())
                .toInstant();
        var promises =
                page.incidents().stream().map(PublicIncident::nextUpdateDue).flatMap(Optional::stream);
        var windows = page.maintenances().stream()
                .filter(one -> !(one.phase() instanceof Maintenance.Phase.Completed
                        || one.phase() instanceof Maintenance.Phase.Cancelled))
                .flatMap(one -> Stream.of(one.window().start(), one.window().end()));
        return Stream.of(promises, windows, Stream.of(midnight))
                .flatMap(instants -> instants)
                .filter(page.asOf()::isBefore)
                .min(Instant::compareTo)
                .orElse(midnight);
    }
}
