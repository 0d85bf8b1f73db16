package dev.allclear.page;

import static dev.allclear.Moments.at;
import static dev.allclear.status.Shop.CATALOGUE;
import static dev.allclear.status.Shop.CHECKOUT;
import static dev.allclear.status.Shop.EUROPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.Facts;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Report;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VisibilityTest {

    private static final Page PAGE = new Page(
            new PageId("page"),
            "shop",
            "Shop",
            Optional.empty(),
            ZoneOffset.UTC,
            Language.ENGLISH,
            "#1f6feb",
            Optional.empty(),
            at("00:00"));

    @Test
    void nothing_of_the_desk_reaches_the_public() {
        var facts = new Facts(
                "Some cards are declined.",
                new Workaround.NoneYet(),
                new RootCause.ConfirmedNotPublic(),
                Optional.of(Estimate.first(at("16:00"), "Ines Secret-Name")));

        var shown = page(incident(facts));

        assertThat(shown.toString())
                .contains("Some cards are declined.")
                .doesNotContain("Secret-Name")
                .doesNotContain("Ana Author");
        assertThat(shown.incidents().getFirst().cause()).isEmpty();
    }

    @Test
    void of_what_is_still_to_be_done_readers_see_what_they_are_promised() {
        var report = new Report(
                "A lock was held.",
                "We let it go.",
                "It times out.",
                List.of(
                        new FollowUp("Watch all locks", Optional.of(LocalDate.of(2026, 4, 1)), Optional.empty(), true),
                        new FollowUp("Talk to the night shift", Optional.empty(), Optional.empty(), false)),
                at("15:00"));
        var over = incident(Facts.UNKNOWN)
                .resolve(new Words(new UpdateId("last"), "It works again.", at("12:00"), "Ana Author"), at("11:50"));

        assertThat(page(over.report(report)).toString())
                .contains("Watch all locks")
                .doesNotContain("night shift");
    }

    @Test
    void a_page_we_can_not_vouch_for_shows_nothing_as_operational() {
        var stale = Stale.of(page(incident(Facts.UNKNOWN)));

        assertThat(stale.confirmed()).isFalse();
        assertThat(stale.overall()).isEqualTo(State.PARTIAL_OUTAGE);
        assertThat(stale.allComponents().map(PublicComponent::state)).doesNotContain(State.OPERATIONAL);
        assertThat(stale.allComponents()
                        .flatMap(one -> one.regions().stream())
                        .map(PublicComponent.PublicRegion::state))
                .doesNotContain(State.OPERATIONAL);
    }

    @Test
    void affected_areas_carry_the_names_that_readers_know() {
        var area = page(incident(Facts.UNKNOWN)).open().getFirst().affected().getFirst();

        assertThat(area.name()).isEqualTo("Component checkout");
        assertThat(area.region()).contains("Europe");
        assertThat(area.group()).contains("Group paying");
    }

    private static PublicPage page(Incident incident) {
        return new Visibility(CATALOGUE, incident.stateChanges(), at("12:00"))
                .page(PAGE, 1, List.of(incident), List.of(), SeverityPolicy.USUAL);
    }

    private static Incident incident(Facts facts) {
        return Incident.declared(
                new IncidentId("one"),
                PAGE.id(),
                "Paying by card fails",
                Severity.MAJOR,
                at("11:00"),
                facts,
                Map.of(Area.in(CHECKOUT, EUROPE), State.PARTIAL_OUTAGE),
                Stage.INVESTIGATING,
                new Words(new UpdateId("first"), "We are looking.", at("11:05"), "Ana Author"),
                at("11:35"));
    }
}
