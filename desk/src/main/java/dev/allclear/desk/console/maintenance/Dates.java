package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Words;
import dev.allclear.maintenance.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The times of work that is planned for several, as the preview lists them.
///
/// @param shown the first of them
/// @param total how many there are
/// @param last when the last one ends
public record Dates(String heading, List<Date> shown, int total, Instant last) {

    static final Dates NONE = new Dates("", List.of(), 0, Instant.EPOCH);

    private static final int MOST = 12;

    /// @param notes what is odd about it, in a word or two
    public record Date(Instant start, Instant end, List<String> notes) {}

    static Dates of(List<Concerns.Look> looks) {
        if (looks.size() < 2) {
            return NONE;
        }
        var last = looks.getLast().window();
        return new Dates(
                looks.size() + " times, over "
                        + length(Duration.between(looks.getFirst().window().start(), last.end())),
                looks.stream().limit(MOST).map(Dates::date).toList(),
                looks.size(),
                last.end());
    }

    /// @param windows the soonest first
    static Dates of(String heading, List<Window> windows) {
        return windows.isEmpty()
                ? NONE
                : new Dates(
                        heading,
                        windows.stream()
                                .limit(MOST)
                                .map(one -> new Date(one.start(), one.end(), List.of()))
                                .toList(),
                        windows.size(),
                        windows.getLast().end());
    }

    /// `12 days`, `51 weeks`
    private static String length(Duration length) {
        var days = Math.max(1, Math.round(length.toHours() / 24.0));
        return days < 21 ? Words.count(days, "day", "days") : Words.count(Math.round(days / 7.0), "week", "weeks");
    }

    private static Date date(Concerns.Look look) {
        var notes = new ArrayList<String>();
        if (!look.outlook().overlaps().isEmpty()) {
            notes.add("other work");
        }
        if (!look.outlook().blackouts().isEmpty()) {
            notes.add("day without work");
        }
        if (!look.odd().isEmpty() || !look.outlook().inside().isEmpty()) {
            notes.add("clocks change");
        }
        return new Date(look.window().start(), look.window().end(), List.copyOf(notes));
    }

    /// How many are not listed.
    public int more() {
        return total - shown.size();
    }

    public boolean isEmpty() {
        return total == 0;
    }
}
