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
import dev.allclear.people.Actor;
import dev.allclear.playbook.Leftovers;
import dev.allclear.status.Cause;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What goes into the same commit as changed work: the states it causes, its line in the journal, the news for the page
/// and the announcement to people.
final class Works {

    /// Of what took place so long ago unseen nobody needs to hear any more.
    private static final Duration NEWS = Duration.ofDays(1);

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;

    Works(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
    }

    /// What one method does to the work that it found.
    interface Step {
        Maintenance take(Maintenance work, Instant now);
    }

    Stored<Maintenance> change(PageId page, MaintenanceId id, String action, Actor actor, Step step) {
        return store.inTransaction(tx -> {
            var stored = find(tx, page, id);
            var next = step.take(stored.value(), clock.instant());
            save(tx, stored, next);
            return published(tx, next, stored.version() + 1, action, actor);
        });
    }

    static Stored<Maintenance> find(Tx tx, PageId page, MaintenanceId id) {
        return tx.maintenances().find(page, id).orElseThrow(() -> new Refused.NotFound("maintenance"));
    }

    static void save(Tx tx, Stored<Maintenance> before, Maintenance next) {
        tx.maintenances().save(next, before.version());
    }

    /// Shows it, and tells those who hear of planned work about its latest notice.
    Stored<Maintenance> published(Tx tx, Maintenance work, long version, String action, Actor actor) {
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

    /// Keeps it, and tells nobody.
    Stored<Maintenance> kept(Tx tx, Maintenance work, long version, String action, Actor actor) {
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

    NoticeId notice() {
        return new NoticeId(entropy.id());
    }

    /// What a person says has words.
    static String written(String text) {
        return Text.prose("text", text, 20_000);
    }
}
