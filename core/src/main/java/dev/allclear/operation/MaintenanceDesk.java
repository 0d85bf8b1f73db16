package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import dev.allclear.people.Actor;
import dev.allclear.playbook.Leftovers;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// The front door for planned work: announce it, start it, say how it goes, finish or cancel it.
public final class MaintenanceDesk {

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;

    public MaintenanceDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Stored<Maintenance> announce(
            PageId page, String title, Window window, Set<Area> areas, String text, Actor actor) {
        return store.inTransaction(tx -> {
            tx.catalogues().of(page).value().mustHold("areas", areas);
            var maintenance = Maintenance.announced(
                    new MaintenanceId(entropy.id()),
                    page,
                    title,
                    window,
                    areas,
                    notice(),
                    text,
                    clock.instant(),
                    actor.name());
            tx.maintenances().add(maintenance);
            return published(tx, maintenance, 1, "maintenance.announced", actor);
        });
    }

    public Stored<Maintenance> start(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page, id, "maintenance.started", actor, (work, now) -> work.start(notice(), text, now, actor.name()));
    }

    public Stored<Maintenance> progress(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.updated",
                actor,
                (work, now) -> work.progress(notice(), text, now, actor.name()));
    }

    public Stored<Maintenance> complete(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.completed",
                actor,
                (work, now) -> work.complete(notice(), text, now, actor.name()));
    }

    public Stored<Maintenance> cancel(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.cancelled",
                actor,
                (work, now) -> work.cancel(notice(), text, now, actor.name()));
    }

    /// What one method does to the work that it found.
    private interface Step {
        Maintenance take(Maintenance work, Instant now);
    }

    private Stored<Maintenance> change(PageId page, MaintenanceId id, String action, Actor actor, Step step) {
        return store.inTransaction(tx -> {
            var stored = tx.maintenances().find(page, id).orElseThrow(() -> new Refused.NotFound("maintenance"));
            var next = step.take(stored.value(), clock.instant());
            tx.maintenances().save(next, stored.version());
            return published(tx, next, stored.version() + 1, action, actor);
        });
    }

    private Stored<Maintenance> published(Tx tx, Maintenance work, long version, String action, Actor actor) {
        var notice = work.latest();
        Leftovers.refuse("title", work.title());
        Leftovers.refuse("text", notice.text());
        tx.states().replace(work.page(), Cause.maintenance(work.id().value()), work.stateChanges());
        tx.outbox()
                .add(new Announcement(
                        new AnnouncementId(entropy.id()),
                        work.page(),
                        new Subject.OfMaintenance(work.id(), notice.id()),
                        notice.at()));
        tx.journal()
                .append(
                        work.page(),
                        clock.instant(),
                        actor.name(),
                        action,
                        work.id().value(),
                        work.title());
        tx.publish(work.page());
        return new Stored<>(work, version);
    }

    private NoticeId notice() {
        return new NoticeId(entropy.id());
    }
}
