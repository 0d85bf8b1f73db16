package dev.allclear.maintenance;

import dev.allclear.status.Area;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What somebody who plans work should know before it is announced. None of it forbids anything.
///
/// @param overlaps other work at that time, sharing parts first
/// @param blackouts whose days it touches
/// @param inside changes of the clocks while the work runs
/// @param ahead changes of the clocks before it starts
/// @param lacking how much later it would have to start to be announced in time; empty when it is
public record Outlook(
        List<Overlap> overlaps,
        List<Blackout> blackouts,
        List<ClockChange> inside,
        List<ClockChange> ahead,
        Optional<Duration> lacking) {

    /// Other work at the same time.
    ///
    /// @param sharesParts whether both work on the same part
    public record Overlap(Maintenance with, boolean sharesParts) {}

    /// @param zones in which the work is told or was typed; the days are those of the first
    /// @param others whatever is planned on the page or running, without the work itself
    public static Outlook of(
            Window window,
            Set<Area> areas,
            List<Maintenance> others,
            WorkPolicy policy,
            List<ZoneId> zones,
            Instant now) {
        return new Outlook(
                overlaps(window, areas, others, now),
                policy.blackouts().stream()
                        .filter(one -> touches(one, window, zones.getFirst()))
                        .toList(),
                changes(window.start(), window.end(), zones),
                changes(now, window.start(), zones),
                policy.isShort(window.start(), now)
                        ? Optional.of(policy.leastNotice().minus(Duration.between(now, window.start())))
                        : Optional.empty());
    }

    private static List<Overlap> overlaps(Window window, Set<Area> areas, List<Maintenance> others, Instant now) {
        return others.stream()
                .filter(work -> !work.isOver())
                .filter(work -> work.window().start().isBefore(window.end())
                        && end(work, now).isAfter(window.start()))
                .map(work -> new Overlap(work, work.areas().stream().anyMatch(part -> isIn(part, areas))))
                .sorted((one, other) -> Boolean.compare(other.sharesParts(), one.sharesParts()))
                .toList();
    }

    /// What runs over its time still runs.
    private static Instant end(Maintenance work, Instant now) {
        var end = work.window().end();
        return work.phase() instanceof Maintenance.Phase.Running && end.isBefore(now) ? now.plusMillis(1) : end;
    }

    private static boolean isIn(Area part, Set<Area> areas) {
        return areas.stream().anyMatch(area -> area.covers(part) || part.covers(area));
    }

    private static boolean touches(Blackout blackout, Window window, ZoneId zone) {
        var first = blackout.from().atStartOfDay(zone).toInstant();
        var over = blackout.to().plusDays(1).atStartOfDay(zone).toInstant();
        return window.start().isBefore(over) && window.end().isAfter(first);
    }

    /// In zones that change together once.
    private static List<ClockChange> changes(Instant from, Instant to, List<ZoneId> zones) {
        var once = new LinkedHashMap<Instant, ClockChange>();
        zones.forEach(
                zone -> ClockChange.between(from, to, zone).forEach(change -> once.putIfAbsent(change.at(), change)));
        return List.copyOf(once.values());
    }

    /// What will come by itself from now on, from the first reminder to the end.
    public static List<Agenda.Step> ladder(Maintenance work, WorkPolicy policy, ZoneId zone) {
        var first = Agenda.of(work, policy, zone);
        if (!(work.phase() instanceof Maintenance.Phase.Scheduled)) {
            return first;
        }
        var start = work.window().start();
        var running = work.start(new NoticeId("started"), "", start, "");
        return Stream.concat(first.stream(), Agenda.of(running, policy, zone).stream())
                .toList();
    }
}
