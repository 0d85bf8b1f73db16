package dev.allclear.engine;

import dev.allclear.Stored;
import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Draft;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.page.Page;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import dev.allclear.people.AccountId;
import dev.allclear.promise.Reminder;
import dev.allclear.publish.Snapshot;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Permalinks;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the letters for a batch of deliveries: what is the same for everybody is looked up once.
final class LetterWriter {

    private final Store store;
    private final InstantSource clock;
    private final Permalinks links;

    LetterWriter(Store store, InstantSource clock, Permalinks links) {
        this.store = store;
        this.clock = clock;
        this.links = links;
    }

    /// A delivery with its letter, or with why there is none any more.
    sealed interface Written {
        Delivery delivery();

        record Ready(Delivery delivery, Letter letter) implements Written {}

        record Pointless(Delivery delivery, String why) implements Written {}

        /// It could not be written, by a fault of ours.
        record Broken(Delivery delivery, RuntimeException bug) implements Written {}
    }

    List<Written> write(List<Delivery> batch) {
        return store.reading(tx -> {
            Map<AnnouncementId, Optional<News>> news = new HashMap<>();
            var written = new ArrayList<Written>(batch.size());
            for (var delivery : batch) {
                written.add(write(tx, delivery, news));
            }
            return written;
        });
    }

    /// One bad letter must not keep the others.
    private Written write(Tx tx, Delivery delivery, Map<AnnouncementId, Optional<News>> news) {
        try {
            var about = news.get(delivery.announcement());
            if (about == null) {
                about = look(tx, delivery);
                news.put(delivery.announcement(), about);
            }
            return about.map(one -> one.to(tx, delivery))
                    .orElseGet(() -> new Written.Pointless(delivery, "it was stopped, or what it was about is gone"));
        } catch (RuntimeException bug) {
            return new Written.Broken(delivery, bug);
        }
    }

    private Optional<News> look(Tx tx, Delivery delivery) {
        var page = tx.pages().find(delivery.page());
        var announcement = tx.outbox().find(delivery.page(), delivery.announcement());
        // Stopped since it was claimed: a try that failed would otherwise bring it back.
        var isStopped = tx.outbox().isStopped(delivery.page(), delivery.announcement());
        if (page.isEmpty() || announcement.isEmpty() || isStopped) {
            return Optional.empty();
        }
        var isDefault = tx.pages().all().getFirst().value().id().equals(delivery.page());
        var base = links.base(page.get().value(), isDefault);
        return about(tx, page.get().value(), base, announcement.get())
                .map(about -> new News(page.get().value(), base, announcement.get(), about));
    }

    /// What it says to everybody; empty for a confirmation, which says something else to each.
    private record About(Optional<Letter.Content> content, URI subject) {}

    private Optional<About> about(Tx tx, Page page, URI base, Announcement announcement) {
        var visibility = Snapshot.visibility(tx, page, clock.instant());
        return switch (announcement.subject()) {
            case Subject.OfIncident(var id, var update) ->
                tx.incidents().find(page.id(), id).flatMap(stored -> {
                    var incident = visibility.incident(stored.value().asOf(update));
                    return incident.updates().stream()
                            .filter(one -> one.id().equals(update))
                            .findFirst()
                            .map(one -> new About(
                                    Optional.of(new Letter.Content.OfUpdate(
                                            incident,
                                            one,
                                            update.equals(stored.value().first().id()),
                                            byHand(tx, page, id, one))),
                                    links.incident(base, id)));
                });
            case Subject.OfReport(var id) ->
                tx.incidents()
                        .find(page.id(), id)
                        .map(stored -> new About(
                                Optional.of(new Letter.Content.OfReport(visibility.incident(stored.value()))),
                                links.incident(base, id)));
            case Subject.OfMaintenance(var id, var notice) ->
                tx.maintenances().find(page.id(), id).flatMap(stored -> {
                    var work = visibility.maintenance(stored.value(), series(tx, stored.value()));
                    return work.notices().stream()
                            .filter(one -> one.id().equals(notice))
                            .findFirst()
                            .map(one -> new About(
                                    Optional.of(new Letter.Content.OfMaintenance(work, one)),
                                    links.maintenance(base, id)));
                });
            case Subject.OfCorrection(var id, var update) ->
                tx.incidents()
                        .find(page.id(), id)
                        .flatMap(stored -> correction(visibility.incident(stored.value()), update)
                                .map(content -> new About(Optional.of(content), links.incident(base, id))));
            case Subject.OfReminder(var id) ->
                tx.reminders().find(page.id(), id).flatMap(reminder -> reminder(tx, base, reminder));
            case Subject.OfHandover(var id, var since) ->
                tx.drafts()
                        .find(page.id(), id)
                        .filter(draft -> draft.waitingSince().equals(Optional.of(since)))
                        .map(draft -> handover(tx, base, draft));
            case Subject.OfConfirmation _ -> Optional.of(new About(Optional.empty(), base));
        };
    }

    private static List<Maintenance> series(Tx tx, Maintenance work) {
        return work.part().stream()
                .flatMap(part -> tx.maintenances().series(work.page(), part.series()).stream())
                .map(Stored::value)
                .toList();
    }

    /// Once the text was corrected, what was written for mails alone may say what was wrong.
    private static Optional<Copy> byHand(Tx tx, Page page, IncidentId incident, PublicUpdate update) {
        return update.corrections().isEmpty()
                ? Optional.ofNullable(tx.handWritten()
                        .of(page.id(), incident)
                        .getOrDefault(update.id(), Map.of())
                        .get(Shape.EMAIL))
                : Optional.empty();
    }

    private static Optional<Letter.Content> correction(PublicIncident incident, UpdateId id) {
        return incident.updates().stream()
                .filter(update -> update.id().equals(id))
                .filter(update -> !update.corrections().isEmpty())
                .findFirst()
                .map(update -> {
                    var latest = update.corrections().getLast();
                    return new Letter.Content.OfCorrection(incident, update, latest.before(), latest.why());
                });
    }

    private Optional<About> reminder(Tx tx, URI base, Reminder reminder) {
        return tx.incidents()
                .find(reminder.page(), reminder.incident())
                .map(stored -> new About(
                        Optional.of(new Letter.Content.OfReminder(
                                stored.value().title(), reminder.call().step(), reminder.due())),
                        place(base, reminder)));
    }

    private About handover(Tx tx, URI base, Draft draft) {
        var incident = draft.incident().flatMap(id -> tx.incidents().find(draft.page(), id));
        var typed = draft.fields().getOrDefault("title", List.of()).stream().findFirst();
        return new About(
                Optional.of(new Letter.Content.OfHandover(
                        incident.map(stored -> stored.value().title())
                                .or(() -> typed)
                                .orElse(""),
                        draft.author().replaceFirst(" <.*>$", ""),
                        incident.isEmpty())),
                links.draft(base, draft.id()));
    }

    private URI place(URI base, Reminder reminder) {
        return switch (reminder.call().step()) {
            case SOON, NOW, OVERDUE, HOLDING -> links.take(base, reminder.incident());
            case REPORT_SOON, REPORT_NOW, REPORT_OVERDUE -> links.writeReport(base, reminder.incident());
        };
    }

    /// One announcement, ready to be addressed to many.
    private final class News {
        private final Page page;
        private final URI base;
        private final Announcement announcement;
        private final About about;

        News(Page page, URI base, Announcement announcement, About about) {
            this.page = page;
            this.base = base;
            this.announcement = announcement;
            this.about = about;
        }

        Written to(Tx tx, Delivery delivery) {
            if (announcement.subject() instanceof Subject.OfReminder
                    || announcement.subject() instanceof Subject.OfHandover) {
                return toPerson(tx, delivery);
            }
            var found = tx.subscribers().find(page.id(), delivery.subscriber());
            if (found.isEmpty()) {
                return new Written.Pointless(delivery, "the person was erased");
            }
            var subscriber = found.get();
            if (about.content().isPresent() && !subscriber.isConfirmed()) {
                return new Written.Pointless(delivery, "the person has unsubscribed meanwhile");
            }
            if (about.content().isPresent() && subscriber.isPaused(clock.instant())) {
                return new Written.Pointless(delivery, "the person pauses");
            }
            return new Written.Ready(delivery, letter(delivery, subscriber));
        }

        /// To somebody who works here: there is nothing to unsubscribe from.
        private Written toPerson(Tx tx, Delivery delivery) {
            var person = tx.accounts().find(new AccountId(delivery.subscriber().value()));
            if (person.isEmpty() || about.content().isEmpty()) {
                return new Written.Pointless(delivery, "the person does not work here any more");
            }
            var links = new Letter.Links(base, about.subject(), base, base);
            return new Written.Ready(
                    delivery,
                    new Letter(
                            delivery.id(),
                            delivery.thread(),
                            delivery.address(),
                            page,
                            page.language(),
                            page.zone(),
                            announcement.at(),
                            about.content().get(),
                            links));
        }

        private Letter letter(Delivery delivery, Subscriber subscriber) {
            var content = about.content().orElseGet(() -> confirmation(subscriber, announcement.at()));
            return new Letter(
                    delivery.id(),
                    delivery.thread(),
                    delivery.address(),
                    page,
                    subscriber.language(),
                    subscriber.zone().orElse(page.zone()),
                    announcement.at(),
                    content,
                    new Letter.Links(
                            base,
                            about.subject(),
                            links.manage(base, page, subscriber.id()),
                            links.unsubscribe(base, page, subscriber.id())));
        }

        private Letter.Content confirmation(Subscriber subscriber, Instant at) {
            return new Letter.Content.Confirmation(links.confirm(base, page, subscriber.id(), at));
        }
    }
}
