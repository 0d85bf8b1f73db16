package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store must do with announcements.
public interface OutboxContract extends OnStore {

    @Test
    default void keeps_announcements_of_everything() {
        var page = Stories.opened(store()).id();
        var announcements = List.of(
                announcement(page, new Subject.OfIncident(new IncidentId("one"), new UpdateId("first"))),
                announcement(page, new Subject.OfReport(new IncidentId("one"))),
                announcement(page, new Subject.OfMaintenance(new MaintenanceId("two"), new NoticeId("start"))),
                announcement(page, new Subject.OfConfirmation(new SubscriberId("ada"))));

        change(tx -> announcements.forEach(tx.outbox()::add));

        for (var announcement : announcements) {
            var found = look(tx -> tx.outbox().find(page, announcement.id()));
            assertThat(found).contains(announcement);
        }
    }

    @Test
    default void counts_the_confirmations_that_a_person_was_sent() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var ada = new SubscriberId("ada");
        change(tx -> {
            tx.outbox().add(confirmation(page, ada, Stories.NOW.minusSeconds(1)));
            tx.outbox().add(confirmation(page, ada, Stories.NOW));
            tx.outbox().add(confirmation(page, ada, Stories.NOW.plusSeconds(1)));
            tx.outbox().add(confirmation(page, new SubscriberId("bela"), Stories.NOW.plusSeconds(1)));
            tx.outbox().add(confirmation(other, ada, Stories.NOW.plusSeconds(1)));
            tx.outbox().add(ofIncident(page, "ada"));
        });

        var count = look(tx -> tx.outbox().confirmationsSince(page, ada, Stories.NOW));

        assertThat(count).isEqualTo(2);
    }

    @Test
    default void lists_the_newest_first_with_how_far_they_have_come() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var first = ofIncident(page, "one");
        var second = ofIncident(page, "two");
        var third = ofIncident(page, "three");
        change(tx -> List.of(first, second, third, ofIncident(other, "four")).forEach(tx.outbox()::add));

        var recent = look(tx -> tx.outbox().recent(page, 2));
        assertThat(recent).extracting(Outbox.Progress::announcement).containsExactly(third, second);
        var progress = look(tx -> tx.outbox().progress(page, first.id()));
        assertThat(progress)
                .contains(new Outbox.Progress(
                        first, new Outbox.Cut(0, 0, false), Optional.empty(), false, Outbox.Tally.NONE));
    }

    @Test
    default void shows_no_page_the_announcements_of_another() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var announcement = ofIncident(page, "one");
        change(tx -> tx.outbox().add(announcement));

        var found = look(tx -> tx.outbox().find(other, announcement.id()));
        assertThat(found).isEmpty();
        var progress = look(tx -> tx.outbox().progress(other, announcement.id()));
        assertThat(progress).isEmpty();
    }

    private static Announcement ofIncident(PageId page, String incident) {
        return announcement(
                page, new Subject.OfIncident(new IncidentId(incident), new UpdateId(Stories.unique("update"))));
    }

    private static Announcement confirmation(PageId page, SubscriberId subscriber, Instant at) {
        return new Announcement(
                new AnnouncementId(Stories.unique("announcement")), page, new Subject.OfConfirmation(subscriber), at);
    }

    private static Announcement announcement(PageId page, Subject subject) {
        return new Announcement(new AnnouncementId(Stories.unique("announcement")), page, subject, Stories.NOW);
    }
}
