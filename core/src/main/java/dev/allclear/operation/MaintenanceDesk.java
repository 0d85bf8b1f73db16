package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Part;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.maintenance.Window;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.people.Actor;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The front door for planned work: announce it, move it, start it, say how it goes, extend it, finish it, say thank
/// you. What it does by itself stands in `WorkSteps`.
public final class MaintenanceDesk {

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Works works;
    private final Conversions conversions;

    public MaintenanceDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.works = new Works(store, clock, entropy);
        this.conversions = new Conversions(store, clock, entropy);
    }

    /// Several times are one announcement; each is a work of its own from then on.
    ///
    /// @return the first of them
    /// @throws Refused.Invalid for `emergency`, when the start is nearer than the policy allows and nobody says why
    public Stored<Maintenance> announce(PageId page, WorkPlan plan, String text, Actor actor) {
        return store.inTransaction(tx -> {
            tx.catalogues().of(page).value().mustHold("areas", plan.expected().keySet());
            var now = clock.instant();
            mustBeInTime(tx.policies().ofWork(page).value(), plan, now);
            var ends = plan.mends()
                    .map(incident -> conversions.ends(tx, page, incident))
                    .orElse(false);
            var all = planned(page, plan, ends, Works.written(text), now, actor);
            all.forEach(tx.maintenances()::add);
            plan.mends()
                    .filter(_ -> all.getFirst().kin().ends())
                    .ifPresent(incident -> conversions.end(tx, incident, all.getFirst(), now, actor));
            all.stream().skip(1).forEach(work -> works.kept(tx, work, 1, "maintenance.announced", actor));
            return works.published(tx, all.getFirst(), 1, "maintenance.announced", actor);
        });
    }

    private List<Maintenance> planned(PageId page, WorkPlan plan, boolean ends, String text, Instant now, Actor actor) {
        var series = plan.windows().size() > 1 ? Optional.of(new SeriesId(entropy.id())) : Optional.<SeriesId>empty();
        var all = new ArrayList<Maintenance>();
        var before = now;
        for (var window : plan.windows()) {
            var from = before;
            var work = Maintenance.announced(
                    new MaintenanceId(entropy.id()),
                    page,
                    plan.title(),
                    window,
                    plan.expected(),
                    plan.details(),
                    works.notice(),
                    text,
                    now,
                    actor.name());
            var placed = series.map(id -> work.partOf(id, from)).orElse(work);
            all.add(plan.mends().map(incident -> placed.mending(incident, ends)).orElse(placed));
            before = window.end();
        }
        return all;
    }

    private static void mustBeInTime(WorkPolicy policy, WorkPlan plan, Instant now) {
        if (policy.isShort(plan.windows().getFirst().start(), now)
                && plan.details().emergency().isEmpty()) {
            throw new Refused.Invalid(
                    "emergency",
                    "Planned work is announced at least " + told(policy.leastNotice())
                            + " ahead. If this can't wait, say why: the page will say that it is emergency work.");
        }
    }

    private static String told(Duration notice) {
        var days = notice.toDays();
        return days == 0 ? notice.toHours() + " hours" : days == 1 ? "a day" : days + " days";
    }

    /// Plans it for another time, before it has begun.
    public Stored<Maintenance> move(PageId page, MaintenanceId id, Window to, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.moved",
                actor,
                (work, now) -> work.move(to, works.notice(), Works.written(text), now, actor.name()));
    }

    /// Puts other facts beside what was said, quietly or with a word to everybody.
    ///
    /// @param seen the version that the sender looked at
    public Stored<Maintenance> revise(PageId page, MaintenanceId id, WorkRevision revision, long seen, Actor actor) {
        return store.inTransaction(tx -> {
            var stored = Works.find(tx, page, id);
            if (stored.version() != seen) {
                throw new Refused.ChangedMeanwhile("maintenance");
            }
            var before = stored.value();
            tx.catalogues()
                    .of(page)
                    .value()
                    .mustHold(
                            "areas",
                            revision.expected().keySet().stream()
                                    .filter(area -> !before.areas().contains(area))
                                    .toList());
            if (before.details().emergency().isPresent()
                    && revision.details().emergency().isEmpty()) {
                throw new Refused.Invalid(
                        "emergency", "It was announced as emergency work. Customers are told why to the end.");
            }
            var revised = before.revised(revision.title(), revision.expected(), revision.details());
            var word = revision.word();
            var now = clock.instant();
            if (word.isEmpty()) {
                var changed = revised.changed(works.notice(), now, actor.name());
                Works.save(tx, stored, changed);
                tx.publish(page);
                return works.kept(tx, changed, seen + 1, "maintenance.revised", actor);
            }
            var next = revised.progress(works.notice(), Works.written(word.get()), now, actor.name());
            Works.save(tx, stored, next);
            return works.published(tx, next, seen + 1, "maintenance.revised", actor);
        });
    }

    /// Says that it takes longer, and until when.
    public Stored<Maintenance> extend(PageId page, MaintenanceId id, Instant end, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.extended",
                actor,
                (work, now) -> work.extend(end, works.notice(), Works.written(text), now, actor.name()));
    }

    /// Says thank you, with what was done.
    public Stored<Maintenance> thank(PageId page, MaintenanceId id, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.thanked",
                actor,
                (work, now) -> work.thank(works.notice(), Works.written(text), now, actor.name()));
    }

    public Stored<Maintenance> start(PageId page, MaintenanceId id, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.started",
                actor,
                (work, now) -> work.start(works.notice(), Works.written(text), now, actor.name()));
    }

    public Stored<Maintenance> progress(PageId page, MaintenanceId id, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.updated",
                actor,
                (work, now) -> work.progress(works.notice(), Works.written(text), now, actor.name()));
    }

    public Stored<Maintenance> complete(PageId page, MaintenanceId id, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.completed",
                actor,
                (work, now) -> work.complete(works.notice(), Works.written(text), now, actor.name()));
    }

    public Stored<Maintenance> cancel(PageId page, MaintenanceId id, String text, Actor actor) {
        return works.change(
                page,
                id,
                "maintenance.cancelled",
                actor,
                (work, now) -> work.cancel(works.notice(), Works.written(text), now, actor.name()));
    }

    /// Cancels it and all that were planned together with it and have not begun: one word for all of them.
    public Stored<Maintenance> cancelAll(PageId page, MaintenanceId id, String text, Actor actor) {
        return store.inTransaction(tx -> {
            var now = clock.instant();
            var first = Works.find(tx, page, id);
            for (var other :
                    tx.maintenances().series(page, mustBePart(first.value()).series())) {
                if (!other.value().id().equals(id) && other.value().phase() instanceof Maintenance.Phase.Scheduled) {
                    var cancelled = other.value().cancel(works.notice(), Works.written(text), now, actor.name());
                    Works.save(tx, other, cancelled);
                    works.kept(tx, cancelled, other.version() + 1, "maintenance.cancelled", actor);
                }
            }
            var clicked = first.value().cancel(works.notice(), Works.written(text), now, actor.name());
            Works.save(tx, first, clicked);
            return works.published(tx, clicked, first.version() + 1, "maintenance.cancelled", actor);
        });
    }

    private static Part mustBePart(Maintenance work) {
        return work.part().orElseThrow(() -> new Refused.Conflict("This work was planned alone."));
    }
}
