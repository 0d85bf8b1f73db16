package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.Text;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Part;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.maintenance.Window;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.people.Actor;
import dev.allclear.playbook.Leftovers;
import dev.allclear.status.Cause;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The front door for planned work: announce it, move it, start it, say how it goes, extend it, finish it, say thank
/// you. What `WorkKeeper` does by itself goes through here too.
public final class MaintenanceDesk {

    /// Of what took place so long ago unseen nobody needs to hear any more.
    private static final Duration NEWS = Duration.ofDays(1);

    private static final String SYSTEM = Actor.SYSTEM.name();

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;

    public MaintenanceDesk(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
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
            var works = planned(page, plan, written(text), now, actor);
            works.forEach(tx.maintenances()::add);
            return published(tx, works.getFirst(), 1, "maintenance.announced", actor);
        });
    }

    private List<Maintenance> planned(PageId page, WorkPlan plan, String text, Instant now, Actor actor) {
        var series = plan.windows().size() > 1 ? Optional.of(new SeriesId(entropy.id())) : Optional.<SeriesId>empty();
        var works = new ArrayList<Maintenance>();
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
                    notice(),
                    text,
                    now,
                    actor.name());
            works.add(series.map(id -> work.partOf(id, from)).orElse(work));
            before = window.end();
        }
        return works;
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

    /// What a person says has words.
    private static String written(String text) {
        return Text.prose("text", text, 20_000);
    }

    /// Plans it for another time, before it has begun.
    public Stored<Maintenance> move(PageId page, MaintenanceId id, Window to, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.moved",
                actor,
                (work, now) -> work.move(to, notice(), written(text), now, actor.name()));
    }

    /// Puts other facts beside what was said, quietly or with a word to everybody.
    ///
    /// @param seen the version that the sender looked at
    public Stored<Maintenance> revise(PageId page, MaintenanceId id, WorkRevision revision, long seen, Actor actor) {
        return store.inTransaction(tx -> {
            var stored = tx.maintenances().find(page, id).orElseThrow(() -> new Refused.NotFound("maintenance"));
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
            if (word.isEmpty()) {
                tx.maintenances().save(revised, seen);
                tx.publish(page);
                return kept(tx, revised, seen + 1, "maintenance.revised", actor);
            }
            var next = revised.progress(notice(), written(word.get()), clock.instant(), actor.name());
            tx.maintenances().save(next, seen);
            return published(tx, next, seen + 1, "maintenance.revised", actor);
        });
    }

    /// Says that it takes longer, and until when.
    public Stored<Maintenance> extend(PageId page, MaintenanceId id, Instant end, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.extended",
                actor,
                (work, now) -> work.extend(end, notice(), written(text), now, actor.name()));
    }

    /// Says thank you, with what was done.
    public Stored<Maintenance> thank(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.thanked",
                actor,
                (work, now) -> work.thank(notice(), written(text), now, actor.name()));
    }

    public Stored<Maintenance> remind(PageId page, MaintenanceId id, Rung rung) {
        return byItself(page, id, "maintenance.reminded", (work, now) -> work.remind(rung, notice(), now, SYSTEM));
    }

    public Stored<Maintenance> begin(PageId page, MaintenanceId id) {
        return byItself(page, id, "maintenance.started", (work, now) -> work.start(notice(), "", now, SYSTEM));
    }

    public Stored<Maintenance> checkIn(PageId page, MaintenanceId id) {
        return byItself(page, id, "maintenance.checked", (work, now) -> work.checkIn(notice(), now, SYSTEM));
    }

    public Stored<Maintenance> finish(PageId page, MaintenanceId id) {
        return byItself(page, id, "maintenance.completed", (work, now) -> work.complete(notice(), "", now, SYSTEM));
    }

    /// It took place while the whole machine slept.
    public Stored<Maintenance> tookPlace(PageId page, MaintenanceId id) {
        return byItself(page, id, "maintenance.completed", (work, now) -> work.tookPlace(notice(), now, SYSTEM));
    }

    private Stored<Maintenance> byItself(PageId page, MaintenanceId id, String action, Step step) {
        return change(page, id, action, Actor.SYSTEM, step);
    }

    public Stored<Maintenance> start(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.started",
                actor,
                (work, now) -> work.start(notice(), written(text), now, actor.name()));
    }

    public Stored<Maintenance> progress(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.updated",
                actor,
                (work, now) -> work.progress(notice(), written(text), now, actor.name()));
    }

    public Stored<Maintenance> complete(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.completed",
                actor,
                (work, now) -> work.complete(notice(), written(text), now, actor.name()));
    }

    public Stored<Maintenance> cancel(PageId page, MaintenanceId id, String text, Actor actor) {
        return change(
                page,
                id,
                "maintenance.cancelled",
                actor,
                (work, now) -> work.cancel(notice(), written(text), now, actor.name()));
    }

    /// Cancels it and all that were planned together with it and have not begun: one word for all of them.
    public Stored<Maintenance> cancelAll(PageId page, MaintenanceId id, String text, Actor actor) {
        return store.inTransaction(tx -> {
            var now = clock.instant();
            var first = find(tx, page, id);
            for (var other :
                    tx.maintenances().series(page, mustBePart(first.value()).series())) {
                if (!other.value().id().equals(id) && other.value().phase() instanceof Maintenance.Phase.Scheduled) {
                    save(tx, other, other.value().cancel(notice(), written(text), now, actor.name()));
                }
            }
            var cancelled = first.value().cancel(notice(), written(text), now, actor.name());
            save(tx, first, cancelled);
            return published(tx, cancelled, first.version() + 1, "maintenance.cancelled", actor);
        });
    }

    private static Part mustBePart(Maintenance work) {
        return work.part().orElseThrow(() -> new Refused.Conflict("This work was planned alone."));
    }

    /// What one method does to the work that it found.
    private interface Step {
        Maintenance take(Maintenance work, Instant now);
    }

    private Stored<Maintenance> change(PageId page, MaintenanceId id, String action, Actor actor, Step step) {
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id);
            var next = step.take(stored.value(), clock.instant());
            save(tx, stored, next);
            return published(tx, next, stored.version() + 1, action, actor);
        });
    }

    private static Stored<Maintenance> find(Tx tx, PageId page, MaintenanceId id) {
        return tx.maintenances().find(page, id).orElseThrow(() -> new Refused.NotFound("maintenance"));
    }

    private static void save(Tx tx, Stored<Maintenance> before, Maintenance next) {
        tx.maintenances().save(next, before.version());
    }

    private Stored<Maintenance> published(Tx tx, Maintenance work, long version, String action, Actor actor) {
        var notice = work.latest();
        Leftovers.refuse("text", notice.text());
        if (notice.at().isBefore(work.window().end().plus(NEWS)) || !notice.isAutomatic()) {
            tx.outbox()
                    .add(new Announcement(
                            new AnnouncementId(entropy.id()),
                            work.page(),
                            new Subject.OfMaintenance(work.id(), notice.id()),
                            notice.at()));
        }
        if (notice.kind() != Notice.Kind.REMINDER) {
            tx.publish(work.page());
        }
        return kept(tx, work, version, action, actor);
    }

    private Stored<Maintenance> kept(Tx tx, Maintenance work, long version, String action, Actor actor) {
        Leftovers.refuse("title", work.title());
        tx.states().replace(work.page(), Cause.maintenance(work.id().value()), work.stateChanges());
        tx.journal()
                .append(
                        work.page(),
                        clock.instant(),
                        actor.name(),
                        action,
                        work.id().value(),
                        work.title());
        return new Stored<>(work, version);
    }

    private NoticeId notice() {
        return new NoticeId(entropy.id());
    }
}
