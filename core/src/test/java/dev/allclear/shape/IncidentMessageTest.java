package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.page.Visibility;
import dev.allclear.status.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IncidentMessageTest {

    @Test
    void a_title_stands_for_the_impact_where_nothing_else_does() {
        var shapes = shapes(declared(Facts.UNKNOWN));

        assertThat(text(shapes, Shape.SMS))
                .startsWith("Northwind: Card payments fail since 14:05 UTC.")
                .contains("Next update 14:40 UTC.");
    }

    @Test
    void facts_are_told_where_there_is_room() {
        var facts = new Facts(
                "customers cannot pay by card",
                "shops in Ireland",
                new Workaround.Given("pay by bank transfer"),
                "we are testing a second way to take cards",
                new RootCause.Unknown(),
                "",
                Optional.empty());

        assertThat(text(shapes(declared(facts)), Shape.MASTODON))
                .contains("shops in Ireland", "Pay by bank transfer", "We are testing a second way to take cards");
    }

    @Test
    void nothing_of_the_desk_gets_into_any_shape() {
        var facts = new Facts(
                "",
                new Workaround.NoneYet(),
                new RootCause.ConfirmedNotPublic(),
                Optional.of(Estimate.first(at("16:00"), "Ines Secret-Name")));

        var shapes = shapes(declared(facts));

        for (var shape : Shape.values()) {
            assertThat(text(shapes, shape)).as(shape.key()).doesNotContain("Secret", "Ana Author");
        }
    }

    @Test
    void what_an_update_says_first_is_what_we_are_doing() {
        var updated = declared(Facts.UNKNOWN)
                .post(
                        Stage.IDENTIFIED,
                        words("We are renewing a certificate. It takes a while.", "14:30"),
                        Map.of(),
                        at("15:00"));

        assertThat(text(shapes(updated), Shape.X)).contains("We are renewing a certificate.");
    }

    @Test
    void an_all_clear_tells_its_answers_and_says_nothing_twice() {
        var answers = new AllClear(
                "card payments work again",
                "A certificate had expired.",
                Optional.of("please repeat orders that failed"),
                new AllClear.Next.Report(LocalDate.of(2026, 3, 16)));
        var before = declared(Facts.UNKNOWN);
        var text = AllClearText.of(before, answers, at("16:17"), READER, at("16:20"));
        var shapes = shapes(before.resolve(words(text, "16:20"), at("16:17"), Optional.of(answers)));

        assertThat(text(shapes, Shape.SMS))
                .startsWith("Northwind: card payments work again since 16:17 UTC, after 2 h 12 min.")
                .contains("Please repeat orders that failed")
                .doesNotContain("Card payments fail", "looking");
        assertThat(text(shapes, Shape.CHAT).split("16:17", -1)).hasSize(2);
        assertThat(text(shapes, Shape.VOICE)).contains("Our report follows");
    }

    @Test
    void what_was_no_outage_has_no_shapes() {
        var withdrawn = declared(Facts.UNKNOWN).withdraw(Phase.Reason.FALSE_ALARM, words("All was well.", "14:30"));

        assertThat(message(withdrawn)).isEmpty();
    }

    private static final Reader READER = new Reader(Language.ENGLISH, ZoneOffset.UTC, Reader.Clock.TWENTY_FOUR_HOURS);

    private static Shapes shapes(Incident incident) {
        return Shapes.of(message(incident).orElseThrow());
    }

    private static Optional<Message> message(Incident incident) {
        var shown = new Visibility(new Catalogue(List.of(), List.of(), List.of()), List.of(), at("17:00"));
        return IncidentMessage.of(
                shown.incident(incident),
                "Northwind",
                incident.latest().text(),
                READER,
                new Links(null, "status.northwind.example"));
    }

    private static String text(Shapes shapes, Shape shape) {
        return shapes.copy(shape).orElseThrow().all();
    }

    private static Incident declared(Facts facts) {
        return Incident.declared(
                new IncidentId("one"),
                new PageId("page"),
                "Card payments fail",
                Severity.MAJOR,
                at("14:05"),
                facts,
                Map.of(),
                Stage.INVESTIGATING,
                words("Buyers see an error. We are looking.", "14:10"),
                at("14:40"));
    }

    private static Words words(String text, String at) {
        return new Words(new UpdateId("at-" + at.replace(':', '-')), text, at(at), "Ana Author");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-12T" + time + ":00Z");
    }
}
