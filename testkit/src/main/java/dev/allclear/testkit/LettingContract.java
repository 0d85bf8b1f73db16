package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.allclear.Objection;
import dev.allclear.Refused;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Severity;
import dev.allclear.operation.Consent;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.Release;
import dev.allclear.policy.Approval;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What stands between a message and its readers, over any store: an error holds it up until somebody answers for it.
public interface LettingContract extends OnIncidentDesk {

    private static Declaration saying(String text) {
        return saying(text, Stories.declaration().severity());
    }

    private static Declaration saying(String text, Severity severity) {
        var of = Stories.declaration();
        return new Declaration(
                of.title(), severity, of.stage(), text, of.facts(), of.areas(), of.startedAt(), of.nextUpdateDue());
    }

    @Test
    default void an_error_that_the_coach_finds_holds_a_message_up_and_leaves_nothing() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var before = traces(page);

        assertThatExceptionOfType(Refused.Objected.class)
                .isThrownBy(
                        () -> desk.declare(page, saying("Buyers in {{region}} can't pay by card."), Release.by(INES)))
                .satisfies(refused -> {
                    assertThat(refused.objections())
                            .extracting(Objection::rule, Objection::field, Objection::start, Objection::end)
                            .containsExactly(tuple("template-leftover", "text", 10, 20));
                    assertThat(refused.objections().getFirst().why()).isNotBlank();
                    assertThat(refused.objections().getFirst().repair()).isNotBlank();
                });

        assertThat(traces(page)).isEqualTo(before);
    }

    @Test
    default void with_a_reason_it_goes_out_and_the_journal_keeps_the_rules_and_the_reason() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var release = Release.by(INES).despite(Optional.of("The braces are what customers see."));

        var declared = desk.declare(page, saying("The shop shows {{name}} instead of your name."), release);

        assertThat(found(page, declared.value().id())).contains(declared);
        var journal = look(tx -> tx.journal().from(page, 1, 10));
        assertThat(journal)
                .extracting(entry -> entry.action())
                .containsExactly("coach.overridden", "incident.declared");
        assertThat(journal.getFirst().subject()).isEqualTo(declared.value().id().value());
        assertThat(journal.getFirst().detail()).isEqualTo("template-leftover: The braces are what customers see.");
    }

    @Test
    default void style_holds_up_nothing_and_a_reason_that_was_not_needed_is_not_kept() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var release = Release.by(INES).despite(Optional.of("In a hurry."));

        var id = desk.declare(page, saying("We apologise for any inconvenience."), release)
                .value()
                .id();
        desk.resolve(page, id, "We have rolled back the deploy.", Optional.empty(), Optional.empty(), INES);

        assertThat(traces(page).journal()).containsExactly("incident.declared", "incident.resolved");
    }

    @Test
    default void every_word_is_read_but_nobody_is_kept_from_taking_a_false_alarm_back() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        var id = desk.declare(page, Stories.declaration(), INES).value().id();
        var leftover = "It was {{name}}.";

        assertThatExceptionOfType(Refused.Objected.class)
                .isThrownBy(() ->
                        desk.postUpdate(page, id, OnIncidentDesk.word(leftover, Optional.empty()), Release.by(INES)));
        assertThatExceptionOfType(Refused.Objected.class)
                .isThrownBy(() -> desk.resolve(page, id, leftover, Optional.empty(), Optional.empty(), INES));
        var withdrawn = desk.withdraw(page, id, Phase.Reason.FALSE_ALARM, leftover, Optional.empty(), INES);

        assertThat(withdrawn.value().isOpen()).isFalse();
    }

    @Test
    default void severity_that_one_person_lowers_frees_nobody_from_the_second_person() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        change(tx -> tx.policies().save(page, twoFor(Severity.CRITICAL), 0));
        var urgent = new Consent.Emergency("Nobody else is awake.");
        var critical = saying("Nobody can pay by card.", Severity.CRITICAL);
        var id = desk.declare(page, critical, Release.by(INES).with(urgent))
                .value()
                .id();

        desk.revise(page, id, OnIncidentDesk.revision(Severity.MINOR), Optional.empty(), INES);

        var word = OnIncidentDesk.word("Some buyers can't pay by card.", Optional.empty());
        assertThatExceptionOfType(Refused.NeedsApproval.class)
                .isThrownBy(() -> desk.postUpdate(page, id, word, Release.by(INES)));
        desk.postUpdate(page, id, word, Release.by(INES).with(urgent));
        assertThatExceptionOfType(Refused.NeedsApproval.class)
                .as("alone once more, though in an emergency")
                .isThrownBy(() -> desk.postUpdate(page, id, word, Release.by(INES)));
    }

    @Test
    default void once_two_agree_to_a_word_the_lowered_severity_is_what_counts() {
        var page = Stories.opened(store()).id();
        var desk = desk().incidents();
        change(tx -> tx.policies().save(page, twoFor(Severity.CRITICAL), 0));
        var agreed = Release.by(INES).with(new Consent.Of("Jonas"));
        var critical = saying("Nobody can pay by card.", Severity.CRITICAL);
        var id = desk.declare(page, critical, agreed).value().id();
        desk.revise(page, id, OnIncidentDesk.revision(Severity.MINOR), Optional.empty(), INES);
        var word = OnIncidentDesk.word("Some buyers can't pay by card.", Optional.empty());

        desk.postUpdate(page, id, word, agreed);
        var alone = desk.postUpdate(page, id, word, Release.by(INES));

        assertThat(found(page, id)).contains(alone);
        assertThat(alone.value().strictest()).isEqualTo(Severity.MINOR);
    }

    private static SeverityPolicy twoFor(Severity severity) {
        var terms = new EnumMap<Severity, Terms>(SeverityPolicy.USUAL.terms());
        terms.computeIfPresent(severity, (_, usual) -> usual.withApproval(Approval.SECOND_PERSON));
        return new SeverityPolicy(terms, List.of());
    }
}
