package dev.allclear.shape;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What is said of planned work: when it is, that it runs, that it takes longer, that it is put off.
final class Planned {

    private final Telling times;
    private final Occasion occasion;
    private final Window window;

    Planned(Said said) {
        this.times = said.times;
        this.occasion = said.message.occasion();
        this.window = Objects.requireNonNull(said.message.window());
    }

    /// The window or what became of it, as a clause: `planned work Sun 14 June, 06:00–08:00 BST`. The fullest form
    /// first.
    List<String> forms() {
        return Stream.of(clause(true, ""), clause(false, ""), clause(false, ".brief"))
                .distinct()
                .toList();
    }

    /// As [#forms], and one with no more than the start, for headlines.
    List<String> headlines() {
        var start = times.brief(window.start());
        return occasion == Occasion.MAINTENANCE_SCHEDULED && window.fate() == Window.Fate.STANDS
                ? Stream.concat(
                                forms().stream(),
                                Stream.of(times.phrase(
                                        window.moved() ? "planned.moved.start" : "planned.scheduled.start",
                                        "start",
                                        start)))
                        .toList()
                : forms();
    }

    private String clause(boolean full, String manner) {
        if (occasion == Occasion.MAINTENANCE_PROGRESS) {
            return running(manner);
        }
        var when = times.window(window.start(), window.end(), full);
        var day = times.date(window.start());
        return switch (window.fate()) {
            case POSTPONED -> times.phrase("planned.postponed" + manner, "window", when, "day", day);
            case CANCELLED -> times.phrase("planned.cancelled" + manner, "window", when, "day", day);
            case STANDS ->
                window.moved()
                        ? times.phrase(
                                "planned.moved" + manner, "window", when, "former", former(full), "day", formerDay())
                        : times.phrase("planned.scheduled" + manner, "window", when);
        };
    }

    private String formerDay() {
        return times.date(window.formerStart() == null ? window.start() : window.formerStart());
    }

    private String former(boolean full) {
        var start = window.formerStart() == null ? window.start() : window.formerStart();
        var end = window.formerEnd() == null ? window.end() : window.formerEnd();
        return times.window(start, end, full);
    }

    private String running(String manner) {
        var end = window.end();
        var former = window.formerEnd();
        if (former == null || former.equals(end)) {
            return times.phrase("planned.running" + manner, "end", times.brief(end));
        }
        var key = end.isAfter(former) ? "planned.longer" : "planned.shorter";
        return times.phrase(key + manner, "end", times.brief(end), "former", beside(former, end));
    }

    /// Without the zone and the day that stand beside it already.
    private String beside(Instant former, Instant end) {
        var sameDay = times.date(former).equals(times.date(end));
        return sameDay && !times.clocksChange(former, end) ? times.bare(former) : times.brief(former);
    }

    /// `2 h`
    String length() {
        return times.length(Duration.between(window.start(), window.end()));
    }

    /// That an hour is lost or won during the work, which makes its times look wrong.
    String clocksChange() {
        return occasion == Occasion.MAINTENANCE_SCHEDULED
                        && window.fate() == Window.Fate.STANDS
                        && times.clocksChange(window.start(), window.end())
                ? times.phrase("planned.clocks")
                : "";
    }
}
