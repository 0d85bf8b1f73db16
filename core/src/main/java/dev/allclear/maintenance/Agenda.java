package dev.allclear.maintenance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What happens by itself about one piece of work, and when. Made anew from what was said so far, so that a changed
/// plan changes it and nothing comes twice.
public final class Agenda {

    private Agenda() {}

    /// One thing that is still to be done.
    public sealed interface Step {
        Instant due();

        record Remind(Instant due, Rung rung) implements Step {}

        record Begin(Instant due) implements Step {}

        record CheckIn(Instant due) implements Step {}

        record Finish(Instant due) implements Step {}
    }

    /// @param zone whose days count
    /// @return the soonest first
    public static List<Step> of(Maintenance work, WorkPolicy policy, ZoneId zone) {
        var steps = switch (work.phase()) {
            case Maintenance.Phase.Scheduled _ -> Stream.concat(reminders(work, policy, zone), begin(work));
            case Maintenance.Phase.Running(var since) -> Stream.concat(checkIn(work, policy, since), finish(work));
            case Maintenance.Phase.Completed _, Maintenance.Phase.Cancelled _ -> Stream.<Step>empty();
        };
        return steps.sorted(Comparator.comparing(Step::due)).toList();
    }

    /// The one to take of those that are due: after a pause of the whole machine everybody is reminded once, and not of
    /// what has begun.
    public static Optional<Step> due(Maintenance work, WorkPolicy policy, ZoneId zone, Instant now) {
        return of(work, policy, zone).stream()
                .filter(step -> !step.due().isAfter(now))
                .filter(step -> isOfUse(step, work, now))
                .reduce((_, last) -> last);
    }

    private static boolean isOfUse(Step step, Maintenance work, Instant now) {
        return switch (step) {
            case Step.Remind _ -> now.isBefore(work.window().start());
            case Step.CheckIn _ -> now.isBefore(work.window().end());
            case Step.Begin _, Step.Finish _ -> true;
        };
    }

    private static Stream<Step> reminders(Maintenance work, WorkPolicy policy, ZoneId zone) {
        var told = work.notices().stream()
                .filter(notice -> notice.kind() == Notice.Kind.ANNOUNCED || notice.kind() == Notice.Kind.MOVED)
                .map(Notice::at)
                .max(Instant::compareTo)
                .orElseThrow();
        return policy.rungs().stream()
                .filter(work::isAhead)
                .<Step>map(rung -> new Step.Remind(rung.due(work.window().start(), zone), rung))
                .filter(step -> step.due().isAfter(told))
                .filter(step ->
                        work.part().stream().noneMatch(part -> step.due().isBefore(part.remindedFrom())));
    }

    private static Stream<Step> begin(Maintenance work) {
        return work.details().byItself()
                ? Stream.of(new Step.Begin(work.window().start()))
                : Stream.empty();
    }

    private static Stream<Step> checkIn(Maintenance work, WorkPolicy policy, Instant since) {
        var halfTime = work.window().halfTime();
        return work.window().length().compareTo(policy.checkInFrom()) >= 0
                        && !work.has(Notice.Kind.CHECK_IN)
                        && halfTime.isAfter(since)
                ? Stream.of(new Step.CheckIn(halfTime))
                : Stream.empty();
    }

    private static Stream<Step> finish(Maintenance work) {
        return work.details().byItself()
                ? Stream.of(new Step.Finish(work.window().end()))
                : Stream.empty();
    }
}
