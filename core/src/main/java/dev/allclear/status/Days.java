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

    /// @param uptime empty before the component's start date: no data
    public record Day(LocalDate date, Uptime uptime) {}

    public static Days last(int count, Component component, Collection<StateChange> changes, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var first = today.minusDays(count - 1L);
        var start = component.startDate().isAfter(first) ? component.startDate() : first;
        var from = start.atStartOfDay(zone).toInstant();
        var cells = component.cells().stream()
                .map(cell -> Timeline.of(cell, changes, from, now))
                .toList();
        var days = new ArrayList<Day>(count);
        for (var date = first; !date.isAfter(today); date = date.plusDays(1)) {
            var uptime = date.isBefore(start)
                    ? Uptime.NONE
                    : Uptime.between(cells, date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
            days.add(new Day(date, uptime));
        }
        return new Days(List.copyOf(days), Uptime.between(cells, from, now));
    }
}
