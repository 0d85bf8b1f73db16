package dev.allclear.keeping;

import dev.allclear.maintenance.Agenda;
import dev.allclear.maintenance.Agenda.Step;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.operation.WorkSteps;
import dev.allclear.page.Page;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sees to planned work: reminds, starts, says at half time how it stands, and finishes. That something was done is
/// written into the work in the same transaction, so it is done exactly once, whatever crashes, sleeps or turns the
/// clock.
public final class WorkKeeper implements Look {

    /// A clock that shows less than this was never set: acting by it would tell people nonsense.
    private static final Instant SANE = Instant.parse("2020-01-01T00:00:00Z");

    private static final Logger LOG = System.getLogger(WorkKeeper.class.getName());

    private final Store store;
    private final InstantSource clock;
    private final WorkSteps steps;
    private boolean suspicious;

    public WorkKeeper(Store store, InstantSource clock, WorkSteps steps) {
        this.store = store;
        this.clock = clock;
        this.steps = steps;
    }

    /// Looks at all pages once. What goes wrong about one work keeps no other from taking place.
    ///
    /// @throws RuntimeException the first thing that went wrong, after everything else was looked at
    @Override
    public Optional<Instant> look() {
        if (isSuspect()) {
            return Optional.empty();
        }
        var pages = store.reading(
                tx -> tx.pages().all().stream().map(stored -> stored.value()).toList());
        return Troubles.soonest(pages, this::look);
    }

    private boolean isSuspect() {
        var suspect = clock.instant().isBefore(SANE);
        if (suspect && !suspicious) {
            LOG.log(
                    Level.ERROR,
                    "the clock shows {0}: planned work starts, ends and reminds nobody until it is set",
                    clock.instant());
        }
        suspicious = suspect;
        return suspect;
    }

    /// Looks at one page.
    public Optional<Instant> look(Page page) {
        var now = clock.instant();
        var planned = store.reading(tx -> planned(tx, page));
        var due = planned.stream().filter(one -> one.due(now).isPresent()).toList();
        var troubles = new Troubles();
        for (var one : due) {
            var _ = troubles.held(() -> take(page, one.work().id(), now));
        }
        troubles.letOut();
        var left = due.isEmpty() ? planned : store.reading(tx -> planned(tx, page));
        return left.stream().flatMap(one -> one.later(now)).map(Step::due).min(Instant::compareTo);
    }

    /// What is still to be done about one work, by the policy of its page.
    private record Planned(Maintenance work, WorkPolicy policy, ZoneId zone) {

        Optional<Step> due(Instant now) {
            return Agenda.due(work, policy, zone, now);
        }

        Stream<Step> later(Instant now) {
            return Agenda.of(work, policy, zone).stream()
                    .filter(step -> step.due().isAfter(now));
        }
    }

    private static List<Planned> planned(Tx tx, Page page) {
        var open = tx.maintenances().open(page.id());
        if (open.isEmpty()) {
            return List.of();
        }
        var policy = policy(tx, page);
        return open.stream()
                .map(stored -> new Planned(stored.value(), policy, page.zone()))
                .toList();
    }

    private static WorkPolicy policy(Tx tx, Page page) {
        return tx.policies().ofWork(page.id()).value();
    }

    private Instant take(Page page, MaintenanceId id, Instant now) {
        return store.inTransaction(tx -> {
            // Somebody may have acted since.
            tx.maintenances()
                    .find(page.id(), id)
                    .map(stored -> new Planned(stored.value(), policy(tx, page), page.zone()))
                    .ifPresent(one -> one.due(now).ifPresent(step -> take(one.work(), step, now)));
            return now;
        });
    }

    private void take(Maintenance work, Step step, Instant now) {
        switch (step) {
            case Step.Remind(var _, var rung) -> steps.remind(work.page(), work.id(), rung);
            case Step.Begin _ when !now.isBefore(work.window().end()) -> steps.tookPlace(work.page(), work.id());
            case Step.Begin _ -> steps.begin(work.page(), work.id());
            case Step.CheckIn _ -> steps.checkIn(work.page(), work.id());
            case Step.Finish _ -> steps.finish(work.page(), work.id());
        }
    }
}
