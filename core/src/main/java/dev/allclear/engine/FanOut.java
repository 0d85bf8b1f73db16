package dev.allclear.engine;

import dev.allclear.PageId;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Subject;
import dev.allclear.status.Area;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns announcements into deliveries: decides who must hear, portion by portion, each portion in one transaction with
/// the mark of how far it came. A crash between two portions loses nobody and doubles nobody.
final class FanOut {

    private static final int PORTION = 1_000;

    private final Store store;

    FanOut(Store store) {
        this.store = store;
    }

    /// Takes one portion of the oldest unfinished announcement.
    ///
    /// @return false when there was nothing to do
    boolean step() {
        return store.inTransaction(tx -> {
            var next = tx.outbox().next();
            next.ifPresent(portion -> {
                if (portion.announcement().subject() instanceof Subject.OfConfirmation(var subscriber)) {
                    toOne(tx, portion.announcement(), subscriber);
                } else {
                    toAudience(tx, portion.announcement(), portion.after());
                }
            });
            return next.isPresent();
        });
    }

    private static void toOne(Tx tx, Announcement announcement, SubscriberId id) {
        tx.subscribers()
                .find(announcement.page(), id)
                .map(subscriber -> Delivery.waiting(announcement, subscriber.id(), subscriber.address()))
                .ifPresent(delivery -> tx.deliveries().add(List.of(delivery)));
        tx.outbox().finished(announcement.id());
    }

    private static void toAudience(Tx tx, Announcement announcement, Optional<SubscriberId> after) {
        var page = announcement.page();
        var portion = tx.subscribers().confirmedAfter(page, after, PORTION);
        tx.deliveries()
                .add(listeners(tx, announcement, portion).stream()
                        .map(subscriber -> Delivery.waiting(announcement, subscriber.id(), subscriber.address()))
                        .toList());
        if (portion.size() < PORTION) {
            tx.outbox().finished(announcement.id());
        } else {
            tx.outbox().advanced(announcement.id(), portion.getLast().id());
        }
    }

    /// Those who asked for this, and those who heard the beginning: they hear the end, whatever the scope has become.
    private static List<Subscriber> listeners(Tx tx, Announcement announcement, List<Subscriber> portion) {
        var page = announcement.page();
        var subject = announcement.subject();
        var catalogue = tx.catalogues().of(page).value();
        var areas = areas(tx, page, subject);
        // The audience of news about nothing that we can name is nobody, never everybody.
        if (areas.isEmpty()) {
            return List.of();
        }
        var told = tx.deliveries()
                .toldOf(
                        page,
                        subject.thread(),
                        portion.stream().map(Subscriber::id).toList());
        return portion.stream()
                .filter(subscriber -> told.contains(subscriber.id())
                        || subscriber.choice().wants(subject.kind(), areas.get(), catalogue))
                .toList();
    }

    /// @return what the news touches, possibly nothing in particular; empty when the subject is gone
    private static Optional<Set<Area>> areas(Tx tx, PageId page, Subject subject) {
        return switch (subject) {
            case Subject.OfIncident(var incident, var _) ->
                tx.incidents().find(page, incident).map(stored -> stored.value().everAffected());
            case Subject.OfReport(var incident) ->
                tx.incidents().find(page, incident).map(stored -> stored.value().everAffected());
            case Subject.OfMaintenance(var maintenance, var _) ->
                tx.maintenances()
                        .find(page, maintenance)
                        .map(stored -> stored.value().areas());
            case Subject.OfConfirmation _ -> Optional.of(new HashSet<>());
        };
    }
}
