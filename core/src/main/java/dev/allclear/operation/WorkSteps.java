package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Rung;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import java.time.InstantSource;

/// The steps that planned work takes by itself, in nobody's name.
public final class WorkSteps {

    private static final String NAME = Actor.SYSTEM.name();

    private final Works works;

    public WorkSteps(Store store, InstantSource clock, Entropy entropy) {
        this.works = new Works(store, clock, entropy);
    }

    public Stored<Maintenance> remind(PageId page, MaintenanceId id, Rung rung) {
        return take(page, id, "maintenance.reminded", (work, now) -> work.remind(rung, works.notice(), now, NAME));
    }

    public Stored<Maintenance> begin(PageId page, MaintenanceId id) {
        return take(page, id, "maintenance.started", (work, now) -> work.start(works.notice(), "", now, NAME));
    }

    public Stored<Maintenance> checkIn(PageId page, MaintenanceId id) {
        return take(page, id, "maintenance.checked", (work, now) -> work.checkIn(works.notice(), now, NAME));
    }

    public Stored<Maintenance> finish(PageId page, MaintenanceId id) {
        return take(page, id, "maintenance.completed", (work, now) -> work.complete(works.notice(), "", now, NAME));
    }

    /// It took place while the whole machine slept.
    public Stored<Maintenance> tookPlace(PageId page, MaintenanceId id) {
        return take(page, id, "maintenance.completed", (work, now) -> work.tookPlace(works.notice(), now, NAME));
    }

    private Stored<Maintenance> take(PageId page, MaintenanceId id, String action, Works.Step step) {
        return works.change(page, id, action, Actor.SYSTEM, step);
    }
}
