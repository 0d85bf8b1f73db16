package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Words;
import dev.allclear.maintenance.Agenda;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Outlook;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.WorkPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands in the way of planned work, and what will follow by itself, as the forms show it
/// (`maintenance/foresight.jte`).
///
/// @param steps what comes by itself, the soonest first
public record Foresight(List<Overlap> overlaps, List<Warning> warnings, List<Step> steps) {

    static final Foresight NOTHING = new Foresight(List.of(), List.of(), List.of());

    /// Other work at that time.
    ///
    /// @param more how often else, where work repeats; may be empty
    public record Overlap(String path, String title, Instant start, Instant end, boolean sharesParts, String more) {}

    /// @param weight `error`, `warn` or `hint`, as the coach's findings have
    public record Warning(String weight, String words) {}

    /// One thing that will happen, or that somebody will have to do.
    public record Step(Instant at, String words) {}

    Foresight followedBy(Maintenance work, WorkPolicy policy, ZoneId zone) {
        var next = new ArrayList<Step>();
        for (var step : Outlook.ladder(work, policy, zone)) {
            next.add(new Step(step.due(), words(step)));
        }
        if (!work.details().byItself()) {
            byHand(work).ifPresent(next::add);
            next.add(new Step(work.window().end(), "you finish it, or say that it takes longer"));
        }
        next.sort((one, other) -> one.at().compareTo(other.at()));
        return new Foresight(overlaps, warnings, List.copyOf(next));
    }

    private static Optional<Step> byHand(Maintenance work) {
        return work.phase() instanceof Maintenance.Phase.Scheduled
                ? Optional.of(new Step(work.window().start(), "you start it"))
                : Optional.empty();
    }

    private static String words(Agenda.Step step) {
        return switch (step) {
            case Agenda.Step.Remind(var _, var rung) -> "reminder, " + ahead(rung) + " ahead";
            case Agenda.Step.Begin _ -> "starts by itself";
            case Agenda.Step.CheckIn _ -> "a word at half time, by itself";
            case Agenda.Step.Finish _ -> "ends by itself";
        };
    }

    /// `7 days`, `36 hours`, `15 minutes`
    static String ahead(Rung rung) {
        var ahead = rung.ahead();
        if (ahead.equals(Duration.ofDays(ahead.toDays()))) {
            return Words.count(ahead.toDays(), "day", "days");
        }
        return ahead.equals(Duration.ofHours(ahead.toHours()))
                ? Words.count(ahead.toHours(), "hour", "hours")
                : Words.count(ahead.toMinutes(), "minute", "minutes");
    }

    /// With one more thing to look at, before the others.
    Foresight warning(Warning first) {
        return new Foresight(
                overlaps, Stream.concat(Stream.of(first), warnings.stream()).toList(), steps);
    }

    public boolean isClear() {
        return overlaps.isEmpty() && warnings.isEmpty();
    }
}
