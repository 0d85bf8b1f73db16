package dev.allclear.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The last days of one component, one by one, as the bars on the page show them.
///
/// Days are those of the page's zone, so some have 23 or 25 hours.
///
/// @param days oldest first, today last
/// @param total over all of them
public record Days(List<Day> days, Uptime total) {

    /// @param uptime over all cells; empty before the component's start date: no data
    /// @param felt how long it was in which state, each instant counted as its worst cell had it
    public record Day(LocalDate date, Uptime uptime, Uptime felt) {}

    public static Days last(int count, Component component, Collection<StateChange> changes, ZoneId zone, Instant now) {
        return last(count, component, component.cells(), changes, zone, now);
    }

    /// Of one of the component's cells alone.
    public static Days last(
            int count, Component component, Area cell, Collection<StateChange> changes, ZoneId zone, Instant now) {
        var own = changes.stream().filter(change -> change.area().covers(cell)).toList();
        return last(count, component, List.of(cell), own, zone, now);
    }

    private static Days last(
            int count,
            Component component,
            List<Area> places,
            Collection<StateChange> changes,
            ZoneId zone,
            Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var first = today.minusDays(count - 1L);
        var start = component.startDate().isAfter(first) ? component.startDate() : first;
        var from = start.atStartOfDay(zone).toInstant();
        var cells = places.stream()
                .map(cell -> Timeline.of(cell, changes, from, now))
                .toList();
        var worst = List.of(Timeline.ofWorst(component.id(), changes, from, now));
        var days = new ArrayList<Day>(count);
        for (var date = first; !date.isAfter(today); date = date.plusDays(1)) {
            days.add(date.isBefore(start) ? new Day(date, Uptime.NONE, Uptime.NONE) : day(date, zone, cells, worst));
        }
        return new Days(List.copyOf(days), Uptime.between(cells, from, now));
    }

    private static Day day(LocalDate date, ZoneId zone, List<Timeline> cells, List<Timeline> worst) {
        var from = date.atStartOfDay(zone).toInstant();
        var until = date.plusDays(1).atStartOfDay(zone).toInstant();
        return new Day(date, Uptime.between(cells, from, until), Uptime.between(worst, from, until));
    }
}
