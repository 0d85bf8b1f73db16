package dev.allclear.playbook;

import dev.allclear.language.Language;
import dev.allclear.maintenance.Window;
import dev.allclear.wording.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// @param now decides which day goes without saying
record SpokenFormats(Language language, Times times, Instant now) implements Formats {

    @Override
    public String moment(Instant at) {
        return day(at).equals(day(now)) ? times.timeWithZone(at) : times.full(at);
    }

    @Override
    public String length(Duration length) {
        return Times.length(length);
    }

    /// Plans carry weekday and date, and both dates when the work goes past the end of a day.
    @Override
    public String window(Window window) {
        var start = times.longDate(day(window.start())) + ", " + startTime(window);
        var end = times.timeWithZone(window.end());
        return day(window.start()).equals(day(window.end()))
                ? start + "–" + end
                : start + " – " + times.longDate(day(window.end())) + ", " + end;
    }

    /// The zone is named once, unless the clocks change in between.
    private String startTime(Window window) {
        var same = times.zoneName(window.start()).equals(times.zoneName(window.end()));
        return same && day(window.start()).equals(day(window.end()))
                ? times.time(window.start())
                : times.timeWithZone(window.start());
    }

    @Override
    public String list(List<String> names) {
        return Formats.joined(language, names);
    }

    private LocalDate day(Instant at) {
        return at.atZone(times.zone()).toLocalDate();
    }
}
