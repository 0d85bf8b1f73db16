package dev.allclear.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import dev.allclear.coach.Manuscript.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoachTest {

    private static final Coach COACH = Coach.create();

    @Test
    void a_clear_message_has_no_findings() {
        var review = review(Map.of(
                "phase", "identified",
                "title", "Card payments fail for some customers in Europe",
                "body",
                        "Card payments fail since 14:05 UTC. We are testing a second route. You can still pay by bank"
                                + " transfer. Next update by 14:30 UTC."));

        assertThat(review.findings()).isEmpty();
    }

    @Test
    void the_first_message_shows_three_findings_at_most_and_the_weightiest_first() {
        var review = review(
                Map.of(
                        "phase", "investigating",
                        "title", "Database issue",
                        "body",
                                "We are aware of an issue {{product}} and apologize for any inconvenience. It is their fault."));

        assertThat(review.findings()).hasSizeGreaterThan(3);
        assertThat(review.shownFirst()).hasSize(3);
        assertThat(review.shownFirst().getFirst().rule()).isEqualTo("template-leftover");
    }

    @Test
    void later_messages_show_all_findings() {
        var review = review(Map.of(
                "phase", "investigating",
                "title", "Database issue",
                "body", "We apologize for any inconvenience. It is their fault. We found the cause at noon.",
                "earlier_updates", List.of(Map.of("at", "2026-03-12T14:00:00Z", "body", "Mail is late."))));

        assertThat(review.shownFirst()).isEqualTo(review.findings());
    }

    @Test
    void only_a_promised_return_holds_a_message_up() {
        assertThat(promise("Checkout should be back in about 20 minutes.")).contains(Weight.ERROR);
        assertThat(promise("The repair of the cable takes weeks; we are renting another way."))
                .doesNotContain(Weight.ERROR);
        assertThat(promise("The restore takes about an hour.")).doesNotContain(Weight.ERROR);
        assertThat(promise("It runs again now and needs about an hour for all shops."))
                .isEmpty();
    }

    private static List<Weight> promise(String body) {
        return review(Map.of("phase", "identified", "body", body)).findings().stream()
                .filter(it -> it.rule().equals("over-promise"))
                .map(Finding::weight)
                .toList();
    }

    @Test
    void every_joke_beside_others_is_named() {
        var body = "Oops, checkout is down :( lol";

        assertThat(review(Map.of("phase", "identified", "impact", "critical", "body", body))
                        .findings())
                .filteredOn(it -> it.rule().equals("personality-guard"))
                .extracting(it -> body.substring(it.span().start(), it.span().end()))
                .containsExactlyInAnyOrder("Oops", ":(", "lol");
    }

    @Test
    void a_resolved_message_that_still_promises_is_no_all_clear() {
        var review = review(Map.of(
                "phase", "resolved",
                "body", "Card payments are declined for some shoppers. We should be up in 5 minutes!"));

        assertThat(review.flags()).contains("over-promise", "no-all-clear");
    }

    @Test
    void style_never_blocks() {
        var review = review(
                Map.of(
                        "phase", "investigating",
                        "title", "Database issue",
                        "body",
                                "We apologize for any inconvenience. Latency is high, fixed shortly, not our fault, since noon."));

        assertThat(review.findings()).isNotEmpty();
        assertThat(review.blocks()).isFalse();
    }

    @Test
    void a_button_inserts_the_planned_next_update() {
        var review = review(Map.of(
                "phase", "identified",
                "title", "Card payments fail",
                "body", "We are testing a second route.",
                "next_update_at", "2026-03-12T14:30:00Z",
                "display_time_zone", "Europe/Berlin"));

        var fix = of(review, "no-next-update").fix().orElseThrow();
        assertThat(fix.text()).isEqualTo(" Next update by 15:30 CET.");
        assertThat(fix.span().start()).isEqualTo("We are testing a second route.".length());
    }

    @Test
    void a_button_says_the_plain_word_of_the_glossary() {
        var review = review(Map.of(
                "phase", "identified",
                "title", "Pages load slowly",
                "body", "The frobnicator is broken.",
                "glossary", List.of(Map.of("term", "frobnicator", "plain", "image editor"))));

        var fix = of(review, "jargon").fix().orElseThrow();
        assertThat(fix.text()).isEqualTo("image editor");
        assertThat(fix.span().start()).isEqualTo(4);
    }

    @Test
    void an_unconfirmed_restoration_time_is_an_error() {
        var review = review(Map.of(
                "phase", "identified",
                "title", "Card payments fail",
                "body", "Payments will be restored by 15:00 UTC.",
                "eta", Map.of("at", "2026-03-12T15:00:00Z")));

        assertThat(of(review, "over-promise").weight()).isEqualTo(Weight.ERROR);
    }

    @Test
    void a_critical_incident_without_a_next_update_is_an_error() {
        var review = review(Map.of(
                "phase",
                "identified",
                "impact",
                "critical",
                "title",
                "Card payments fail",
                "body",
                "We look into it."));

        assertThat(of(review, "no-next-update").weight()).isEqualTo(Weight.ERROR);
    }

    @Test
    void a_language_without_rules_gets_the_neutral_ones_and_is_told_so() {
        var review = review(Map.of(
                "phase", "investigating",
                "language", "pl",
                "title", "Płatności kartą nie działają",
                "body", "Sprawdzamy przyczynę na 10.2.3.4 od 14:05."));

        assertThat(review.checked().byLanguage()).isFalse();
        assertThat(review.checked().sentence())
                .isEqualTo("Only language-neutral rules ran, since there are no rules for Polish yet.");
        assertThat(review.flags()).contains("leaks-internals", "time-without-zone");
    }

    @Test
    void a_language_that_nobody_declared_is_guessed() {
        assertThat(COACH.review(Manuscript.of(
                                Phase.INVESTIGATING, "Störung", "Wir untersuchen die Ursache und melden uns wieder."))
                        .checked()
                        .language())
                .isEqualTo("de");
        assertThat(COACH.review(Manuscript.of(Phase.INVESTIGATING, "", "ただいまログインできない状態になっています。"))
                        .checked()
                        .language())
                .isEqualTo("ja");
        assertThat(COACH.review(Manuscript.of(Phase.RESOLVED, "API", "Fixed."))
                        .checked()
                        .language())
                .isEqualTo("en");
    }

    @Test
    void what_is_missing_around_a_message_keeps_its_rules_silent() {
        var review = COACH.review(Manuscript.of(
                Phase.RESOLVED,
                "Card payments work again",
                "Card payments work again since 16:17 UTC, after 2 h 12 min."));

        assertThat(review.findings()).isEmpty();
    }

    @Test
    void a_field_that_makes_no_sense_is_refused_by_its_name() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> review(Map.of("phase", "resolved", "body", "x", "impact", "terrible")))
                .withMessageContaining("impact")
                .withMessageContaining("critical");
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> review(Map.of("phase", "resolved", "body", "x", "now", "yesterday")))
                .withMessageContaining("now");
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> review(Map.of("phase", "resolved")))
                .withMessageContaining("body");
    }

    private static Review review(Map<String, Object> fields) {
        return COACH.review(Submission.read(new HashMap<>(fields)));
    }

    private static Finding of(Review review, String rule) {
        return review.findings().stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
