package dev.allclear.engine;

import dev.allclear.Stored;
import dev.allclear.audience.Subscriber;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Draft;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.language.Language;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.page.Page;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicUpdate;
import dev.allclear.promise.Reminder;
import dev.allclear.publish.Snapshot;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Permalinks;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes letters: what is the same for everybody is looked up once.
final class LetterWriter {

    private final InstantSource clock;
    private final Permalinks links;

    /// What was looked up last. Letters that share it are known at a glance to say the same.
    private volatile Optional<About> last = Optional.empty();

    LetterWriter(InstantSource clock, Permalinks links) {
        this.clock = clock;
        this.links = links;
    }

    /// Looks up what is the same for everybody.
    ///
    /// @return empty when what it was about is gone
    Optional<News> about(Tx tx, Announcement announcement) {
        return tx.pages().find(announcement.page()).flatMap(page -> {
            var isDefault = tx.pages().all().getFirst().value().id().equals(announcement.page());
            var base = links.base(page.value(), isDefault);
            return about(tx, page.value(), base, announcement)
                    .map(about -> new News(page.value(), base, announcement, shared(about)));
        });
    }

    private About shared(About about) {
        var before = last;
        if (before.isPresent() && before.get().equals(about)) {
            return before.get();
        }
        last = Optional.of(about);
        return about;
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
    final class News {
        private final Page page;
        private final URI base;
        private final Announcement announcement;
        private final About about;

        private News(Page page, URI base, Announcement announcement, About about) {
            this.page = page;
            this.base = base;
            this.announcement = announcement;
            this.about = about;
        }

        /// Whether it asks somebody to confirm who has not done so yet.
        boolean isForUnconfirmed() {
            return about.content().isEmpty();
        }

        /// @param delivery to whom and where
        Letter to(Subscriber subscriber, Delivery delivery) {
            var content = about.content().orElseGet(() -> confirmation(subscriber, announcement.at()));
            return letter(
                    delivery,
                    subscriber.language(),
                    subscriber.zone().orElse(page.zone()),
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

        /// To somebody who works here: there is nothing to unsubscribe from.
        Letter toPerson(Delivery delivery) {
            return letter(
                    delivery,
                    page.language(),
                    page.zone(),
                    about.content().orElseThrow(),
                    new Letter.Links(base, about.subject(), base.toString(), base.toString()));
        }

        private Letter letter(
                Delivery delivery, Language language, ZoneId zone, Letter.Content content, Letter.Links links) {
            return new Letter(
                    delivery.id(),
                    delivery.thread(),
                    delivery.address(),
                    page,
                    language,
                    zone,
                    announcement.at(),
                    content,
                    links);
        }
    }
}
