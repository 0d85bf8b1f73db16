package dev.allclear.operation;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.delivery.Weight;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.people.Actor;
import dev.allclear.shape.Shape;
import dev.allclear.status.Cause;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;

/// What goes into the same commit as a changed incident: the states it causes, its line in the journal, the news for
/// the page, and the announcement to people. We never announce what we failed to store, nor store what we failed to
/// announce.
final class Telling {

    private final InstantSource clock;
    private final Entropy entropy;

    Telling(InstantSource clock, Entropy entropy) {
        this.clock = clock;
        this.entropy = entropy;
    }

    /// Shows it, and tells whom the policy names about its latest update.
    Stored<Incident> published(Tx tx, Incident incident, long version, String action, String detail, Actor actor) {
        var latest = incident.latest();
        var held = tx.policies()
                .of(incident.page())
                .value()
                .of(incident.severity())
                .holdBack();
        var subject = new Subject.OfIncident(incident.id(), latest.id());
        announce(tx, new Announcement(id(), incident.page(), subject, latest.at(), weight(incident)), held);
        return shown(tx, incident, version, action, detail, actor);
    }

    /// Shows it, and tells nobody.
    Stored<Incident> shown(Tx tx, Incident incident, long version, String action, String detail, Actor actor) {
        tx.states().replace(incident.page(), Cause.incident(incident.id().value()), incident.stateChanges());
        journal(tx, incident, action, detail, actor);
        tx.publish(incident.page());
        return new Stored<>(incident, version);
    }

    /// Keeps what somebody wrote for single shapes of its latest update.
    void byHand(Tx tx, Incident incident, Release release) {
        if (!release.own().isEmpty()) {
            Unfilled.refuseIn(release);
            var latest = incident.latest();
            tx.handWritten().add(incident.page(), incident.id(), latest.id(), release.own(), latest.author());
            var shapes =
                    release.own().keySet().stream().sorted().map(Shape::key).collect(Collectors.joining(", "));
            journal(tx, incident, "update.shaped", latest.id().value() + ": " + shapes, release.actor());
        }
    }

    void journal(Tx tx, Incident incident, String action, String detail, Actor actor) {
        tx.journal()
                .append(
                        incident.page(),
                        clock.instant(),
                        actor.name(),
                        action,
                        incident.id().value(),
                        detail);
    }

    /// The first word and the all-clear are for everybody; what lies between gives way to what is newer.
    private static Weight weight(Incident incident) {
        if (!incident.isOpen()) {
            return Weight.END;
        }
        var isFirst = incident.latest().id().equals(incident.first().id());
        var isCritical = incident.severity() == Severity.CRITICAL;
        return isFirst ? isCritical ? Weight.ALARM : Weight.BEGINNING : Weight.PROGRESS;
    }

    private AnnouncementId id() {
        return new AnnouncementId(entropy.id());
    }

    void announce(Tx tx, PageId page, Subject subject, Instant at, Duration held) {
        announce(tx, new Announcement(id(), page, subject, at), held);
    }

    private static void announce(Tx tx, Announcement announcement, Duration held) {
        if (held.isZero()) {
            tx.outbox().add(announcement);
        } else {
            tx.outbox().hold(announcement, announcement.at().plus(held));
        }
    }
}
