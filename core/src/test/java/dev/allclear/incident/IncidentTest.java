package dev.allclear.incident;

import static dev.allclear.Moments.at;
import static dev.allclear.incident.Stage.IDENTIFIED;
import static dev.allclear.incident.Stage.INVESTIGATING;
import static dev.allclear.status.Shop.CHECKOUT;
import static dev.allclear.status.Shop.SEARCH;
import static dev.allclear.status.State.DEGRADED_PERFORMANCE;
import static dev.allclear.status.State.MAJOR_OUTAGE;
import static dev.allclear.status.State.OPERATIONAL;
import static dev.allclear.status.State.PARTIAL_OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.status.Area;
import dev.allclear.status.Cause;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IncidentTest {

    private static final Area PAYING = Area.whole(CHECKOUT);
    private static final Area FINDING = Area.whole(SEARCH);
    private static final Cause CAUSE = Cause.incident("one");

    @Test
    void an_update_renews_the_promise_of_the_next_one() {
        var incident = openSince("14:00");

        var after = incident.post(IDENTIFIED, words("Card payments fail.", "14:10"), incident.areas(), at("14:40"));

        assertThat(after.phase()).isEqualTo(new Phase.Open(IDENTIFIED, at("14:40")));
    }

    @Test
    void an_open_incident_always_owes_a_next_update() {
        var incident = openSince("14:00");

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(
                        () -> incident.post(IDENTIFIED, words("Still at it.", "14:10"), incident.areas(), at("14:10")))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("nextUpdateDue"));
    }

    @Test
    void it_can_not_be_resolved_without_an_all_clear() {
        var incident = openSince("14:00");

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> incident.resolve(words("  ", "15:00"), at("15:00")))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("text"));
    }

    @Test
    void a_resolved_incident_owes_nothing_and_takes_no_more_updates() {
        var resolved = openSince("14:00").resolve(words("Payments work again.", "15:00"), at("14:50"));

        assertThat(resolved.phase()).isEqualTo(new Phase.Resolved(at("14:50")));
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> resolved.post(IDENTIFIED, words("More.", "15:10"), Map.of(), at("15:40")));
    }

    @Test
    void a_too_early_all_clear_is_taken_back_by_reopening() {
        var resolved = openSince("14:00").resolve(words("Payments work again.", "15:00"), at("15:00"));

        var reopened = resolved.reopen(
                INVESTIGATING, words("They fail again.", "15:20"), Map.of(PAYING, PARTIAL_OUTAGE), at("15:50"));

        assertThat(reopened.isOpen()).isTrue();
        assertThat(reopened.latest().kind()).isEqualTo(Update.Kind.REOPENED);
    }

    @Test
    void reopening_leaves_alone_what_was_said_of_the_first_outage() {
        var resolved = openSince("13:00").resolve(words("Payments work again.", "15:00"), at("14:00"));

        var reopened = resolved.reopen(
                INVESTIGATING, words("They fail again.", "16:00"), Map.of(PAYING, PARTIAL_OUTAGE), at("16:30"));

        assertThat(reopened.stateChanges())
                .containsExactly(
                        change(PAYING, PARTIAL_OUTAGE, "13:00"),
                        change(PAYING, OPERATIONAL, "14:00"),
                        change(PAYING, PARTIAL_OUTAGE, "16:00"));
        assertThat(reopened.resolve(words("Now they do.", "17:00"), at("16:45")).stateChanges())
                .endsWith(change(PAYING, PARTIAL_OUTAGE, "16:00"), change(PAYING, OPERATIONAL, "16:45"));
    }

    @Test
    void what_was_said_after_service_was_back_stays_without_effect_when_it_is_reopened() {
        var reopened = openSince("13:00")
                .post(IDENTIFIED, words("It was slow.", "14:30"), Map.of(FINDING, DEGRADED_PERFORMANCE), at("15:00"))
                .resolve(words("Payments work again.", "15:00"), at("14:00"))
                .reopen(INVESTIGATING, words("No.", "16:00"), Map.of(FINDING, PARTIAL_OUTAGE), at("16:30"));

        assertThat(reopened.stateChanges())
                .containsExactly(
                        change(PAYING, PARTIAL_OUTAGE, "13:00"),
                        change(PAYING, OPERATIONAL, "14:00"),
                        change(FINDING, PARTIAL_OUTAGE, "16:00"));
    }

    @Test
    void a_published_report_is_never_lost_by_reopening() {
        var reported = openSince("14:00")
                .resolve(words("Payments work again.", "15:00"), at("15:00"))
                .report(new Report("It expired.", "We renewed it.", "It renews itself.", at("16:00")));

        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> reported.reopen(
                        INVESTIGATING, words("It is back.", "17:00"), Map.of(PAYING, PARTIAL_OUTAGE), at("17:30")))
                .withMessageContaining("new incident");
    }

    @Test
    void it_follows_an_outage_from_when_customers_felt_it_to_when_service_was_back() {
        var incident = Incident.declared(
                        new IncidentId("one"),
                        new PageId("page"),
                        "Paying fails",
                        Severity.MAJOR,
                        at("13:50"),
                        Facts.UNKNOWN,
                        Map.of(PAYING, MAJOR_OUTAGE),
                        INVESTIGATING,
                        words("We are looking.", "14:00"),
                        at("14:30"))
                .post(
                        IDENTIFIED,
                        words("Search is slow too.", "14:20"),
                        Map.of(PAYING, PARTIAL_OUTAGE, FINDING, DEGRADED_PERFORMANCE),
                        at("14:50"))
                .resolve(words("All works again.", "15:00"), at("14:45"));

        assertThat(incident.stateChanges())
                .containsExactlyInAnyOrder(
                        change(PAYING, MAJOR_OUTAGE, "13:50"),
                        change(PAYING, PARTIAL_OUTAGE, "14:20"),
                        change(FINDING, DEGRADED_PERFORMANCE, "14:20"),
                        change(PAYING, OPERATIONAL, "14:45"),
                        change(FINDING, OPERATIONAL, "14:45"));
    }

    @Test
    void what_was_said_after_service_was_back_does_not_count_as_downtime() {
        var incident = openSince("14:00")
                .post(IDENTIFIED, words("Search too.", "14:20"), Map.of(FINDING, MAJOR_OUTAGE), at("14:50"))
                .resolve(words("It was over sooner than we knew.", "15:00"), at("14:10"));

        assertThat(incident.stateChanges())
                .containsExactlyInAnyOrder(
                        change(PAYING, PARTIAL_OUTAGE, "14:00"), change(PAYING, OPERATIONAL, "14:10"));
    }

    @Test
    void an_area_left_out_of_an_update_works_again() {
        var incident = openSince("14:00")
                .post(
                        IDENTIFIED,
                        words("Only search now.", "14:10"),
                        Map.of(FINDING, DEGRADED_PERFORMANCE),
                        at("14:40"));

        assertThat(incident.stateChanges()).contains(change(PAYING, OPERATIONAL, "14:10"));
    }

    @Test
    void a_false_alarm_keeps_its_words_and_leaves_no_downtime() {
        var withdrawn = openSince("14:00").withdraw(Phase.Reason.FALSE_ALARM, words("Our probe was wrong.", "14:05"));

        assertThat(withdrawn.stateChanges()).isEmpty();
        assertThat(withdrawn.updates()).hasSize(2);
        assertThat(withdrawn.latest().kind()).isEqualTo(Update.Kind.FALSE_ALARM);
    }

    @Test
    void a_correction_keeps_what_was_said_before_and_why_it_changed() {
        var incident = openSince("14:00");

        var corrected = incident.correct(
                incident.first().id(), "Card payments fail in Europe.", "It is Europe only.", at("14:05"));

        assertThat(corrected.first().text()).isEqualTo("Card payments fail in Europe.");
        assertThat(corrected.first().corrections())
                .containsExactly(new Correction(at("14:05"), "We are looking.", "It is Europe only."));
    }

    @Test
    void a_report_needs_all_three_answers_and_comes_after_the_end() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> new Report("A lock was held.", "We let it go.", " ", at("16:00")))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("prevented"));
        assertThatExceptionOfType(Refused.Conflict.class)
                .isThrownBy(() -> openSince("14:00").report(new Report("A.", "B.", "C.", at("16:00"))));
    }

    @Test
    void an_estimate_is_named_for_a_time_to_come() {
        var passed = new EstimateChange.Confirm(at("12:00"), "Ines, database lead", "It took longer.");

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> passed.appliedTo(Optional.empty(), at("12:00")))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("estimate"));
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() ->
                        passed.appliedTo(Optional.of(Estimate.first(at("11:00"), "Ines, database lead")), at("13:00")));
        // Confirmed by somebody else once it has passed: nothing new is named.
        assertThat(passed.appliedTo(Optional.of(Estimate.first(at("12:00"), "Omar")), at("13:00")))
                .map(Estimate::confirmedBy)
                .contains("Ines, database lead");
    }

    @Test
    void a_changed_estimate_says_why() {
        var first = Estimate.first(at("16:00"), "Ines, database lead");

        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> first.changedTo(at("17:00"), "Ines, database lead", " ", at("15:30")))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().field()).isEqualTo("estimateWhy"));
        assertThat(first.changedTo(at("17:00"), "Ines, database lead", "The restore is slower.", at("15:30"))
                        .former())
                .containsExactly(new Estimate.Former(at("16:00"), at("15:30"), "The restore is slower."));
    }

    private static Incident openSince(String time) {
        return Incident.declared(
                new IncidentId("one"),
                new PageId("page"),
                "Paying by card fails",
                Severity.MAJOR,
                at(time),
                Facts.UNKNOWN,
                Map.of(PAYING, PARTIAL_OUTAGE),
                INVESTIGATING,
                words("We are looking.", time),
                at(time).plusSeconds(1_800));
    }

    private static Words words(String text, String time) {
        Instant when = at(time);
        return new Words(new UpdateId("u" + time.replace(":", "")), text, when, "Ana");
    }

    private static StateChange change(Area area, State state, String time) {
        return new StateChange(area, CAUSE, state, at(time));
    }
}
