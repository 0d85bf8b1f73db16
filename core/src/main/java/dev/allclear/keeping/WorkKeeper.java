package dev.allclear.keeping;

import dev.allclear.PageId;
import dev.allclear.maintenance.Agenda;
import dev.allclear.maintenance.Agenda.Step;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.page.Page;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
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
    private final MaintenanceDesk desk;
    private boolean suspicious;

    public WorkKeeper(Store store, InstantSource clock, MaintenanceDesk desk) {
        this.store = store;
        this.clock = clock;
        this.desk = desk;
    }

    @Override
    public Optional<Instant> look() {
        if (isSuspect()) {
            return Optional.empty();
        }
        var pages = store.reading(
                tx -> tx.pages().all().stream().map(stored -> stored.value()).toList());
        return pages.stream().flatMap(page -> look(page).stream()).min(Instant::compareTo);
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
        var due = store.reading(tx -> open(tx, page.id())
                .filter(work ->
                        Agenda.due(work, policy(tx, page), page.zone(), now).isPresent())
                .toList());
        for (var work : due) {
            store.inTransaction(tx -> {
                // Somebody may have acted since.
                tx.maintenances()
                        .find(page.id(), work.id())
                        .map(stored -> stored.value())
                        .ifPresent(one -> Agenda.due(one, policy(tx, page), page.zone(), now)
                                .ifPresent(step -> take(one, step, now)));
                return now;
            });
        }
        return store.reading(tx -> open(tx, page.id())
                .flatMap(work -> steps(tx, work, page).stream())
                .map(Step::due)
                .filter(now::isBefore)
                .min(Instant::compareTo));
    }

    private static Stream<Maintenance> open(Tx tx, PageId page) {
        return tx.maintenances().open(page).stream().map(stored -> stored.value());
    }

    private static List<Step> steps(Tx tx, Maintenance work, Page page) {
        return Agenda.of(work, policy(tx, page), page.zone());
    }

    private static WorkPolicy policy(Tx tx, Page page) {
        return tx.policies().ofWork(page.id()).value();
    }

    private void take(Maintenance work, Step step, Instant now) {
        switch (step) {
            case Step.Remind(var _, var rung) -> desk.remind(work.page(), work.id(), rung);
            case Step.Begin _ when !now.isBefore(work.window().end()) -> desk.tookPlace(work.page(), work.id());
            case Step.Begin _ -> desk.begin(work.page(), work.id());
            case Step.CheckIn _ -> desk.checkIn(work.page(), work.id());
            case Step.Finish _ -> desk.finish(work.page(), work.id());
        }
    }
}
