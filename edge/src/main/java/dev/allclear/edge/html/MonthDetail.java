package dev.allclear.edge.html;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One month of the history.
///
/// @param months all that there are, the newest first
public record MonthDetail(
        List<YearMonth> months, YearMonth month, List<History.Days> days, LocalDate today, Instant now) {

    public boolean isQuiet() {
        return days.stream().allMatch(History.Days::isQuiet);
    }

    public long incidents() {
        return days.stream().mapToLong(day -> day.incidents().size()).sum();
    }

    public long maintenances() {
        return days.stream().mapToLong(day -> day.maintenances().size()).sum();
    }

    public Duration disruption() {
        return History.disruption(days, now);
    }

    public Optional<YearMonth> earlier() {
        return Optional.of(month.minusMonths(1)).filter(months::contains);
    }

    public Optional<YearMonth> later() {
        return Optional.of(month.plusMonths(1)).filter(months::contains);
    }

    /// All months by year, the newest year first.
    public Map<Integer, List<YearMonth>> years() {
        return months.stream()
                .collect(Collectors.groupingBy(
                        YearMonth::getYear, () -> new TreeMap<>((a, b) -> Integer.compare(b, a)), Collectors.toList()));
    }
}
