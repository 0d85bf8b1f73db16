package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.Facts;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Workaround;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every store must do with incidents.
public interface IncidentsContract extends OnStore {

    @Test
    default void keeps_an_incident_as_it_is_in_each_phase_of_its_life() {
        var page = Stories.opened(store()).id();
        var resolved = Stories.resolvedIncident(page);
        var report = new Report(
                "The certificate *expired*.",
                "We renewed it.",
                "It renews itself now.",
                List.of(
                        new FollowUp(
                                "Watch all certificates",
                                Optional.of(LocalDate.of(2026, 4, 1)),
                                Optional.empty(),
                                true),
                        new FollowUp("Ask why nobody saw it", Optional.empty(), Optional.empty(), false),
                        new FollowUp(
                                "Renew them earlier",
                                Optional.of(LocalDate.of(2026, 3, 20)),
                                Optional.of(LocalDate.of(2026, 3, 18)),
                                true)),
                minute(90));

        for (var incident : List.of(
                Stories.openIncident(page),
                resolved,
                Stories.resolvedIncident(page).report(report),
                Stories.openIncident(page)
                        .withdraw(Phase.Reason.FALSE_ALARM, Stories.words("It was our monitoring.", minute(5))),
                Stories.resolvedIncident(page)
                        .reopen(
                                Stage.IDENTIFIED,
                                Stories.words("It is back.", minute(70)),
                                Stories.trouble(),
                                minute(80)))) {
            change(tx -> tx.incidents().add(incident));

            assertThat(found(page, incident.id())).contains(new Stored<>(incident, 1));
        }
    }

    @Test
    default void keeps_everything_that_is_known() {
        var page = Stories.opened(store()).id();
        var estimate = Estimate.first(minute(60), "Operations")
                .changedTo(minute(90), "Operations", "The first try did not help.", minute(20))
                .changedTo(minute(120), "The card network", "They need longer.", minute(50));

        for (var workaround : List.of(
                new Workaround.Given("Pay by invoice."), new Workaround.NoneYet(), new Workaround.NotNeeded())) {
            for (var cause : List.of(
                    new RootCause.Unknown(),
                    new RootCause.Suspected("A certificate."),
                    new RootCause.Confirmed("A certificate had expired."),
                    new RootCause.ConfirmedNotPublic())) {
                for (var possible : List.of(Optional.<Estimate>empty(), Optional.of(estimate))) {
                    var facts = new Facts(
                            "Buyers can't pay.",
                            "All of Europe",
                            workaround,
                            "We renew it.",
                            cause,
                            "We renewed it.",
                            possible);
                    var incident = Stories.openIncident(page).revise("Card payments", Severity.CRITICAL, facts);
                    change(tx -> tx.incidents().add(incident));

                    assertThat(found(page, incident.id())).contains(new Stored<>(incident, 1));
                }
            }
        }
    }

    @Test
    default void saves_what_was_said_since_and_counts_the_version() {
        var page = Stories.opened(store()).id();
        var declared = Stories.openIncident(page);
        var posted = declared.post(
                Stage.IDENTIFIED,
                Stories.words("The card network has a problem.", minute(20)),
                Map.of(Area.whole(Stories.CHECKOUT), State.PARTIAL_OUTAGE),
                minute(50));
        var corrected = posted.correct(
                        declared.first().id(), "Buyers can't pay by card.", "It said too little.", minute(25))
                .correct(declared.first().id(), "Nobody can pay by card.", "Still too little.", minute(26));
        var answers = new AllClear(
                "card payments work again",
                "A certificate had expired.",
                Optional.of("Some orders are missing."),
                new AllClear.Next.Report(LocalDate.of(2026, 3, 9)));
        var resolved =
                corrected.resolve(Stories.words("It works again.", minute(40)), minute(35), Optional.of(answers));

        change(tx -> tx.incidents().add(declared));
        change(tx -> tx.incidents().save(posted, 1));
        change(tx -> tx.incidents().save(corrected, 2));
        change(tx -> tx.incidents().save(resolved, 3));

        assertThat(found(page, declared.id())).contains(new Stored<>(resolved, 4));
    }

    @Test
    default void follows_an_estimate_as_it_changes_and_goes() {
        var page = Stories.opened(store()).id();
        var incident = Stories.openIncident(page);
        var first = Estimate.first(minute(60), "Operations");
        var second = first.changedTo(minute(90), "Operations", "It takes longer.", minute(20));
        change(tx -> tx.incidents().add(incident));

        var version = 1;
        for (var estimate : List.of(Optional.of(first), Optional.of(second), Optional.<Estimate>empty())) {
            var next = incident.revise(
                    incident.title(),
                    incident.severity(),
                    new Facts("", new Workaround.NoneYet(), new RootCause.Unknown(), estimate));
            var seen = version++;
            change(tx -> tx.incidents().save(next, seen));

            assertThat(found(page, incident.id())).contains(new Stored<>(next, version));
        }
    }

    @Test
    default void refuses_to_overwrite_a_change_it_has_not_seen() {
        var page = Stories.opened(store()).id();
        var incident = Stories.openIncident(page);
        var first = incident.revise("First", Severity.MINOR, incident.facts());
        var second = incident.revise("Second", Severity.MINOR, incident.facts());
        change(tx -> tx.incidents().add(incident));
        change(tx -> tx.incidents().save(first, 1));

        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.incidents().save(second, 1)));

        assertThat(found(page, incident.id())).contains(new Stored<>(first, 2));
    }

    @Test
    default void lets_one_of_several_win_who_save_at_once() throws InterruptedException {
        var page = Stories.opened(store()).id();
        var incident = Stories.openIncident(page);
        change(tx -> tx.incidents().add(incident));
        var savers = new ArrayList<Future<?>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var saver = 1; saver <= 8; saver++) {
                var next = incident.post(
                        Stage.IDENTIFIED,
                        Stories.words("Found by " + saver, minute(10)),
                        Stories.trouble(),
                        minute(40));
                savers.add(threads.submit(() -> change(tx -> tx.incidents().save(next, 1))));
            }
        }

        var refused = 0;
        for (var saver : savers) {
            try {
                saver.get();
            } catch (ExecutionException failure) {
                assertThat(failure).hasCauseInstanceOf(Refused.ChangedMeanwhile.class);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(7);
        assertThat(found(page, incident.id()).orElseThrow().value().updates()).hasSize(2);
    }

    @Test
    default void knows_an_incident_by_where_it_was_imported_from() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var incident = imported(page, "cstate:2024-01-01-outage.md");
        change(tx -> tx.incidents().add(incident));

        var found = look(tx -> tx.incidents().findByOrigin(page, "cstate:2024-01-01-outage.md"));
        assertThat(found).contains(new Stored<>(incident, 1));
        var elsewhere = look(tx -> tx.incidents().findByOrigin(other, "cstate:2024-01-01-outage.md"));
        assertThat(elsewhere).isEmpty();
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> change(tx -> tx.incidents().add(imported(page, "cstate:2024-01-01-outage.md"))));
        change(tx -> tx.incidents().add(imported(other, "cstate:2024-01-01-outage.md")));
    }

    @Test
    default void lists_what_is_open_oldest_first_and_the_rest_newest_first() {
        var page = Stories.opened(store()).id();
        var oldOpen = startedAt(Stories.openIncident(page), minute(-500));
        var newOpen = startedAt(Stories.openIncident(page), minute(-20));
        var oldOver = startedAt(Stories.resolvedIncident(page), minute(-400));
        var newOver = startedAt(Stories.resolvedIncident(page), minute(-100));
        for (var incident : List.of(newOver, newOpen, oldOver, oldOpen)) {
            change(tx -> tx.incidents().add(incident));
        }

        var open = look(tx -> tx.incidents().open(page));
        assertThat(open).extracting(Stored::value).containsExactly(oldOpen, newOpen);
        var since = look(tx -> tx.incidents().since(page, minute(-100)));
        assertThat(since).extracting(Stored::value).containsExactly(newOpen, newOver, oldOpen);
        var ended = Stories.NOW.plus(Duration.ofHours(1));
        var lately = look(tx -> tx.incidents().lately(page, ended));
        assertThat(lately).extracting(Stored::value).contains(newOpen, newOver, oldOpen);
        var later = look(tx -> tx.incidents().lately(page, ended.plusMillis(1)));
        assertThat(later).extracting(Stored::value).contains(newOpen, oldOpen).doesNotContain(newOver);
        var all = look(tx -> tx.incidents().all(page));
        assertThat(all).extracting(Stored::value).containsExactly(newOpen, newOver, oldOver, oldOpen);
    }

    @Test
    default void reads_any_number_of_incidents_whole() {
        var page = Stories.opened(store()).id();
        var incidents = new ArrayList<Incident>();
        for (var number = 0; number < 600; number++) {
            incidents.add(startedAt(Stories.resolvedIncident(page), minute(-number - 10)));
        }
        change(tx -> incidents.forEach(tx.incidents()::add));

        var all = look(tx -> tx.incidents().all(page));

        assertThat(all).extracting(Stored::value).containsExactlyElementsOf(incidents);
    }

    @Test
    default void keeps_the_incidents_of_each_page_to_itself() {
        var page = Stories.opened(store()).id();
        var other = Stories.opened(store()).id();
        var incident = Stories.openIncident(page);
        var namesake = at(incident, other);
        change(tx -> tx.incidents().add(incident));

        assertThat(found(other, incident.id())).isEmpty();
        assertThatExceptionOfType(Refused.ChangedMeanwhile.class)
                .isThrownBy(() -> change(tx -> tx.incidents().save(namesake, 1)));
        change(tx -> tx.incidents().add(namesake));

        assertThat(found(page, incident.id())).contains(new Stored<>(incident, 1));
        assertThat(found(other, incident.id())).contains(new Stored<>(namesake, 1));
    }

    @Test
    default void tells_versions_and_reads_only_what_is_asked_for() {
        var page = Stories.opened(store()).id();
        var one = Stories.resolvedIncident(page);
        var other = Stories.resolvedIncident(page);
        change(tx -> tx.incidents().add(one));
        change(tx -> tx.incidents().add(other));
        change(tx -> tx.incidents().save(other, 1));

        var versions = look(tx -> tx.incidents().versions(page));
        var read = look(tx -> tx.incidents().all(page, List.of(other.id(), new IncidentId("unknown"))));

        assertThat(versions).containsExactlyInAnyOrderEntriesOf(Map.of(one.id(), 1L, other.id(), 2L));
        assertThat(read).containsExactly(new Stored<>(other, 2));
    }

    private Optional<Stored<Incident>> found(PageId page, IncidentId id) {
        return look(tx -> tx.incidents().find(page, id));
    }

    private static Incident imported(PageId page, String origin) {
        var one = Stories.resolvedIncident(page);
        return Incident.backfilled(
                one.id(),
                page,
                one.title(),
                one.severity(),
                one.startedAt(),
                minute(60),
                one.facts(),
                one.updates(),
                Optional.of(origin));
    }

    private static Incident startedAt(Incident one, Instant start) {
        return new Incident(
                one.id(),
                one.page(),
                one.title(),
                one.severity(),
                one.strictest(),
                one.phase(),
                start,
                one.facts(),
                one.updates(),
                one.backfilled(),
                one.origin());
    }

    private static Incident at(Incident one, PageId page) {
        return new Incident(
                one.id(),
                page,
                one.title(),
                one.severity(),
                one.strictest(),
                one.phase(),
                one.startedAt(),
                one.facts(),
                one.updates(),
                one.backfilled(),
                one.origin());
    }

    private static Instant minute(int minute) {
        return Stories.NOW.plus(Duration.ofMinutes(minute));
    }
}
