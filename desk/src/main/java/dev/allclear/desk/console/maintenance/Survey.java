package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.OddTime;
import dev.allclear.maintenance.Outlook;
import dev.allclear.maintenance.Window;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.page.Page;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at each time for which work is proposed.
///
/// @param others whatever is planned or running, without the work itself
/// @param page the zone in which customers are told
record Survey(
        Parameters typed, Set<Area> areas, List<Maintenance> others, WorkPolicy policy, ZoneId page, Instant now) {

    /// @param but what is being said of; empty for new work
    static List<Maintenance> others(Tx tx, Page page, Optional<Maintenance> but) {
        return tx.maintenances().open(page.id()).stream()
                .map(stored -> stored.value())
                .filter(other ->
                        but.filter(mine -> mine.id().equals(other.id())).isEmpty())
                .toList();
    }

    List<Concerns.Look> looks(List<Window> windows) {
        var zones = Stream.of(page, zone()).distinct().toList();
        return windows.stream()
                .map(window ->
                        new Concerns.Look(window, Outlook.of(window, areas, others, policy, zones, now), odd(window)))
                .toList();
    }

    private ZoneId zone() {
        return TypedTimes.zone(typed, page);
    }

    /// By whose calendar the work repeats; empty when it follows none.
    Optional<ZoneId> calendar() {
        return Optional.of(zone()).filter(_ -> Rhythm.of(typed).isRegular());
    }

    private List<OddTime> odd(Window window) {
        var zone = zone();
        var written = fields().flatMap(field -> local(field).stream()).filter(local -> {
            var meant = local.atZone(zone).toInstant();
            return meant.equals(window.start()) || meant.equals(window.end());
        });
        var repeated = Rhythm.of(typed).isRegular()
                ? local("start").stream()
                        .map(first -> window.start().atZone(zone).toLocalDate().atTime(first.toLocalTime()))
                : Stream.<LocalDateTime>empty();
        return Stream.concat(written, repeated)
                .distinct()
                .flatMap(local -> OddTime.of(local, zone).stream())
                .toList();
    }

    private Stream<String> fields() {
        var rows = Rhythm.of(typed) == Rhythm.OTHERS ? typed.all(OtherRows.OTHER) : List.<String>of();
        return Stream.concat(
                Stream.of("start", "end"), rows.stream().flatMap(row -> Stream.of("start" + row, "end" + row)));
    }

    private Optional<LocalDateTime> local(String field) {
        try {
            return TypedTimes.local(typed, field);
        } catch (Refused.Invalid unreadable) {
            return Optional.empty();
        }
    }
}
