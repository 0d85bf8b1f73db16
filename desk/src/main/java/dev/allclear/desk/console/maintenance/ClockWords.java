package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Watch;
import dev.allclear.maintenance.ClockChange;
import dev.allclear.maintenance.OddTime;
import dev.allclear.maintenance.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Says in words what a change of the clocks means for planned work, in the zone where they change.
final class ClockWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private ClockWords() {}

    /// On Sunday 29 March the clocks go forward by 1 h in Europe/Berlin: this work takes 3 h, though a clock on the
    /// wall counts 4 h.
    static String inside(ClockChange change, Window window, Watch watch) {
        var wall = Duration.between(
                LocalDateTime.ofInstant(window.start(), change.zone()),
                LocalDateTime.ofInstant(window.end(), change.zone()));
        return turn("On ", change, watch) + ": this work takes " + watch.length(window.length())
                + ", though a clock on the wall there counts " + told(wall, watch) + ".";
    }

    /// Who ends before it began, by the clock on the wall.
    private static String told(Duration wall, Watch watch) {
        return wall.isNegative() ? "backwards" : watch.length(wall);
    }

    /// The last change before it starts in each zone whose clocks will be other ones then.
    static List<String> ahead(List<ClockChange> changes, Instant start, Watch watch) {
        return changes.stream()
                .filter(change -> changes.stream()
                        .noneMatch(later ->
                                later.zone().equals(change.zone()) && later.at().isAfter(change.at())))
                .filter(change -> !offset(change.zone(), start).equals(offset(change.zone(), watch.now())))
                .map(change -> ahead(change, start, watch))
                .toList();
    }

    private static String ahead(ClockChange change, Instant start, Watch watch) {
        var then = LocalDateTime.ofInstant(start, change.zone());
        return turn("Before that, on ", change, watch) + ": " + CLOCK.format(then) + " there is "
                + CLOCK.format(start.atOffset(ZoneOffset.UTC)) + " UTC by then, and not "
                + CLOCK.format(then.atOffset(offset(change.zone(), watch.now())).withOffsetSameInstant(ZoneOffset.UTC))
                + " UTC as it would be today.";
    }

    /// What a change of the clocks does to work that repeats at the same time by the clock of `zone`.
    static String between(ClockChange change, Concerns.Around around, ZoneId zone, Watch watch) {
        var there = change.zone();
        var told = turned(there, around) == turned(zone, around) ? ZoneOffset.UTC : there;
        var fixed = told.equals(ZoneOffset.UTC) ? there : zone;
        return turn("On ", change, watch) + ": "
                + at(around.after().start(), fixed) + " in " + fixed.getId() + " is "
                + at(around.after().start(), told) + name(told) + " from then on, and "
                + at(around.before().start(), told) + name(told) + " before.";
    }

    /// How far its clocks go between the two.
    private static int turned(ZoneId zone, Concerns.Around around) {
        return offset(zone, around.after().start()).getTotalSeconds()
                - offset(zone, around.before().start()).getTotalSeconds();
    }

    private static String at(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? " UTC" : " in " + zone.getId();
    }

    private static ZoneOffset offset(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at);
    }

    private static String turn(String lead, ClockChange change, Watch watch) {
        return lead + day(change) + " the clocks go " + (change.isForward() ? "forward" : "back") + " by "
                + watch.length(change.by().abs()) + " in " + change.zone().getId();
    }

    private static String day(ClockChange change) {
        return day(change.at().atZone(change.zone()).toLocalDate());
    }

    /// `Sunday 29 March`
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String odd(OddTime odd) {
        var zone = odd.change().zone();
        var typed = CLOCK.format(odd.typed());
        return switch (odd) {
            case OddTime.Skipped(var _, var change, var meant) ->
                "On " + day(change) + " there is no " + typed + " in " + zone.getId()
                        + ", for the clocks go forward past it. Taken as " + named(meant, zone) + ".";
            case OddTime.Twice(var _, var change, var meant, var again) ->
                "On " + day(change) + " " + typed + " comes twice in " + zone.getId()
                        + ", for the clocks go back. Taken as the first, " + named(meant, zone) + "; the second is "
                        + named(again, zone) + ".";
        };
    }

    /// `03:30 CEST (01:30 UTC)`
    private static String named(Instant at, ZoneId zone) {
        return new Watch(zone, at).clock(at) + " (" + CLOCK.format(at.atOffset(ZoneOffset.UTC)) + " UTC)";
    }
}
