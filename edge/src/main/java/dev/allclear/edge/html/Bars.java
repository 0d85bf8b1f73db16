package dev.allclear.edge.html;

import dev.allclear.page.PublicIncident;
import dev.allclear.status.Days;
import dev.allclear.status.State;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Ninety days as one small drawing: a path per state, and in words the days that were not simply operational.
///
/// @param uptime with its sign: `99.93 %`
/// @param label the same for those who don't see it
/// @param days what the script shows of each such day: `INDEX STATE MINUTES INCIDENT,INCIDENT;...`
/// @param none how many days come before the component existed
/// @param paths by name of state
public record Bars(String uptime, String label, String days, int none, List<Path> paths) {

    private static final int STEP = 4;

    /// @param name of the state, as the style sheet knows it
    /// @param line the drawing, in steps of 4 per day
    public record Path(String name, String line) {}

    static Bars of(Days days, List<PublicIncident> incidents, Voice voice) {
        var none =
                (int) days.days().stream().filter(day -> day.uptime().isEmpty()).count();
        var percent = percent(days.total().percent(), voice);
        return new Bars(percent, label(days, percent, voice), told(days, incidents, voice), none, paths(days, none));
    }

    static String percent(BigDecimal percent, Voice voice) {
        var pattern = percent.compareTo(new BigDecimal("100.00")) == 0 ? "0" : "0.00";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.forLanguageTag(voice.tag())))
                        .format(percent)
                + " %";
    }

    private static String label(Days days, String percent, Voice voice) {
        var bad = days.days().stream()
                .filter(day -> day.felt().worst().worseThan(State.UNKNOWN))
                .map(day -> voice.date(day.date()))
                .toList();
        if (bad.isEmpty()) {
            return voice.say("page.bars-good", "uptime", percent);
        }
        return bad.size() > 6
                ? voice.say("page.bars-many", "uptime", percent, "count", bad.size())
                : voice.say("page.bars-bad", "uptime", percent, "days", voice.list(bad));
    }

    private static String told(Days days, List<PublicIncident> incidents, Voice voice) {
        var told = new ArrayList<String>();
        for (var index = 0; index < days.days().size(); index++) {
            var day = days.days().get(index);
            if (!day.uptime().isEmpty() && day.felt().worst() != State.OPERATIONAL) {
                var ids = incidents.stream()
                        .filter(incident -> touches(incident, day, voice.page().zone()))
                        .map(incident -> incident.id().value())
                        .collect(Collectors.joining(","));
                told.add((index + " " + Colour.bar(day.felt().worst()) + " " + minutes(day) + " " + ids).strip());
            }
        }
        return String.join(";", told);
    }

    private static boolean touches(PublicIncident incident, Days.Day day, ZoneId zone) {
        var from = day.date().atStartOfDay(zone).toInstant();
        var until = day.date().plusDays(1).atStartOfDay(zone).toInstant();
        return incident.startedAt().isBefore(until)
                && incident.endedAt().map(from::isBefore).orElse(true);
    }

    /// How long it was worse than operational, rounded up: a disruption of seconds is not none.
    private static long minutes(Days.Day day) {
        var lost = day.felt().time().entrySet().stream()
                .filter(entry -> entry.getKey() != State.OPERATIONAL)
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
        return lost.plusSeconds(59).toMinutes();
    }

    private static List<Path> paths(Days days, int none) {
        var lines = new EnumMap<State, StringBuilder>(State.class);
        var size = days.days().size();
        for (var start = none; start < size; ) {
            var state = days.days().get(start).felt().worst();
            var end = start;
            while (end < size && days.days().get(end).felt().worst() == state) {
                end++;
            }
            lines.computeIfAbsent(state, _ -> new StringBuilder())
                    .append("M")
                    .append(start * STEP)
                    .append(' ')
                    .append(height(state))
                    .append('h')
                    .append((end - start) * STEP);
            start = end;
        }
        var paths = new ArrayList<Path>();
        lines.forEach((state, line) -> paths.add(new Path(Colour.bar(state), line.toString())));
        if (none > 0) {
            paths.add(new Path("nodata", "M0 23h" + none * STEP));
        }
        return List.copyOf(paths);
    }

    /// Worse days stand taller, so that the bars say it without colour.
    private static String height(State state) {
        return switch (state) {
            case UNKNOWN -> "20";
            case OPERATIONAL, UNDER_MAINTENANCE -> "17";
            case DEGRADED_PERFORMANCE -> "15.5";
            case PARTIAL_OUTAGE -> "14";
            case MAJOR_OUTAGE -> "12";
        };
    }
}
