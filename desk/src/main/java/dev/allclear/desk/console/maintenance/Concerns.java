package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.maintenance.Foresight.Overlap;
import dev.allclear.desk.console.maintenance.Foresight.Warning;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.ClockChange;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.OddTime;
import dev.allclear.maintenance.Outlook;
import dev.allclear.maintenance.Window;
import dev.allclear.maintenance.WorkPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the way of planned work at any of its times, each concern said once.
///
/// @param looks one for each time, the soonest first
/// @param zone by whose calendar they repeat; empty when they follow none
record Concerns(List<Look> looks, Optional<ZoneId> zone, WorkPolicy policy, Watch watch) {

    /// One of the times.
    ///
    /// @param odd what was typed for it and falls into a change of the clocks
    record Look(Window window, Outlook outlook, List<OddTime> odd) {}

    /// @param advice what to say of short notice; empty where it is no matter
    Foresight told(Optional<Warning> advice) {
        var first = looks.getFirst();
        var warnings = new ArrayList<Warning>();
        advice.filter(_ -> first.outlook().lacking().isPresent())
                .ifPresent(then -> warnings.add(new Warning(then.weight(), late() + " " + then.words())));
        touched().forEach((blackout, days) -> warnings.add(new Warning("error", blackout(blackout, days))));
        for (var look : looks) {
            look.odd().forEach(one -> warnings.add(new Warning("warn", ClockWords.odd(one))));
            look.outlook()
                    .inside()
                    .forEach(change ->
                            warnings.add(new Warning("warn", ClockWords.inside(change, look.window(), watch))));
        }
        ClockWords.ahead(first.outlook().ahead(), first.window().start(), watch)
                .forEach(words -> warnings.add(new Warning("hint", words)));
        zone.ifPresent(same -> between()
                .forEach((change, around) ->
                        warnings.add(new Warning("hint", ClockWords.between(change, around, same, watch)))));
        return new Foresight(overlaps(), List.copyOf(warnings), List.of());
    }

    private String late() {
        var ahead = Duration.between(watch.now(), looks.getFirst().window().start());
        return (ahead.isPositive() ? "This is " + watch.length(ahead) + " ahead" : "This is at once")
                + "; your policy asks for " + watch.length(policy.leastNotice()) + ".";
    }

    private Map<Blackout, List<Window>> touched() {
        var touched = new LinkedHashMap<Blackout, List<Window>>();
        looks.forEach(look -> look.outlook()
                .blackouts()
                .forEach(one ->
                        touched.computeIfAbsent(one, _ -> new ArrayList<>()).add(look.window())));
        return touched;
    }

    private String blackout(Blackout one, List<Window> windows) {
        var days = one.from().equals(one.to())
                ? "On " + ClockWords.day(one.from())
                : "From " + ClockWords.day(one.from()) + " to " + ClockWords.day(one.to());
        var said = days + " no work should be planned: " + one.why();
        if (looks.size() == 1) {
            return said;
        }
        var first =
                ClockWords.day(windows.getFirst().start().atZone(watch.zone()).toLocalDate());
        return said + " (" + (windows.size() == 1 ? first : windows.size() + " of these times, the first on " + first)
                + ")";
    }

    /// Other work that repeats too is named once.
    private List<Overlap> overlaps() {
        var clashes = new LinkedHashMap<String, List<Outlook.Overlap>>();
        looks.forEach(look -> look.outlook()
                .overlaps()
                .forEach(one -> clashes.computeIfAbsent(key(one.with()), _ -> new ArrayList<>())
                        .add(one)));
        return clashes.values().stream()
                .map(Concerns::overlap)
                .sorted((one, other) -> Boolean.compare(other.sharesParts(), one.sharesParts()))
                .toList();
    }

    private static String key(Maintenance work) {
        return work.part()
                .map(part -> part.series().value())
                .orElseGet(() -> work.id().value());
    }

    private static Overlap overlap(List<Outlook.Overlap> clashes) {
        var work = clashes.getFirst().with();
        return new Overlap(
                "/desk/maintenance/" + work.id().value(),
                work.title(),
                work.window().start(),
                work.window().end(),
                clashes.stream().anyMatch(Outlook.Overlap::sharesParts),
                clashes.size() == 1 ? "" : ", and " + Words.count(clashes.size() - 1L, "time", "times") + " more");
    }

    /// Changes of the clocks from the first time to the last, with the times before and after.
    private Map<ClockChange, Around> between() {
        var found = new LinkedHashMap<ClockChange, Around>();
        for (var change : looks.getLast().outlook().ahead()) {
            for (var next = 1; next < looks.size(); next++) {
                var around =
                        new Around(looks.get(next - 1).window(), looks.get(next).window());
                if (around.holds(change)) {
                    found.put(change, around);
                }
            }
        }
        return found;
    }

    /// Two times that follow one another.
    record Around(Window before, Window after) {
        private boolean holds(ClockChange change) {
            return change.at().isAfter(before.start()) && !change.at().isAfter(after.start());
        }
    }
}
