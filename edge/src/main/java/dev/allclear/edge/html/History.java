package dev.allclear.edge.html;

import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What happened, day by day, in the page's zone. Things stand on the day on which they began.
public final class History {

    /// @param from and `to`: the same for a day with something to tell; quiet days are put together
    public record Days(
            LocalDate from, LocalDate to, List<PublicIncident> incidents, List<PublicMaintenance> maintenances) {
        public boolean isQuiet() {
            return incidents.isEmpty() && maintenances.isEmpty();
        }
    }

    private final TreeMap<LocalDate, List<PublicIncident>> incidents = new TreeMap<>();
    private final TreeMap<LocalDate, List<PublicMaintenance>> maintenances = new TreeMap<>();
    private final LocalDate today;
    private final LocalDate made;

    History(PublicPage page) {
        this(page, page.incidents());
        page.maintenances().stream()
                .filter(one -> !one.isUpcoming())
                .forEach(one -> maintenances
                        .computeIfAbsent(date(one.window().start(), page.page().zone()), _ -> new ArrayList<>())
                        .add(one));
    }

    /// Of these incidents alone.
    History(PublicPage page, List<PublicIncident> of) {
        var zone = page.page().zone();
        today = date(page.asOf(), zone);
        made = date(page.page().createdAt(), zone);
        of.forEach(one -> incidents
                .computeIfAbsent(date(one.startedAt(), zone), _ -> new ArrayList<>())
                .add(one));
    }

    private static LocalDate date(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    LocalDate today() {
        return today;
    }

    /// The last days one by one, today first.
    List<Days> last(int count) {
        return Stream.iterate(today, day -> day.minusDays(1))
                .limit(count)
                .map(this::day)
                .toList();
    }

    /// All months that we know of, the newest first.
    List<YearMonth> months() {
        var first = Stream.of(incidents.keySet().stream(), maintenances.keySet().stream(), Stream.of(made))
                .flatMap(dates -> dates)
                .min(LocalDate::compareTo)
                .orElse(today);
        return Stream.iterate(YearMonth.from(today), month -> month.minusMonths(1))
                .takeWhile(month -> !month.isBefore(YearMonth.from(first)))
                .toList();
    }

    /// The newest month that has something to tell; the current one when none has.
    YearMonth newest() {
        return Stream.of(incidents, maintenances)
                .filter(days -> !days.isEmpty())
                .map(TreeMap::lastKey)
                .max(LocalDate::compareTo)
                .filter(day -> !day.isAfter(today))
                .map(YearMonth::from)
                .orElse(YearMonth.from(today));
    }

    /// The days of a month up to today, the newest first, quiet ones in a row put together.
    List<Days> of(YearMonth month) {
        var days = new ArrayList<Days>();
        var last = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        for (var date = last; !date.isBefore(month.atDay(1)); date = date.minusDays(1)) {
            var day = day(date);
            if (day.isQuiet() && !days.isEmpty() && days.getLast().isQuiet()) {
                days.set(days.size() - 1, new Days(date, days.getLast().to(), List.of(), List.of()));
            } else {
                days.add(day);
            }
        }
        return days;
    }

    /// Only the days that have something to tell, the newest first.
    List<Days> eventful() {
        return incidents.descendingKeySet().stream().map(this::day).toList();
    }

    private Days day(LocalDate date) {
        return new Days(
                date, date, incidents.getOrDefault(date, List.of()), maintenances.getOrDefault(date, List.of()));
    }

    /// How long incidents of these days lasted together.
    static Duration disruption(List<Days> days, Instant now) {
        return days.stream()
                .flatMap(day -> day.incidents().stream())
                .map(incident -> incident.lasted().orElseGet(() -> Duration.between(incident.startedAt(), now)))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
