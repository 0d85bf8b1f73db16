package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.Refused;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShapesTest {

    @Test
    void one_shape_is_edited_and_the_others_stay() {
        var shapes = Shapes.of(Messages.paymentsFail());

        var edited = shapes.edit(Shape.SMS, new Copy("", "Card payments fail. Next update 14:30 UTC. a.example"));

        assertThat(edited.copy(Shape.SMS))
                .hasValue(new Copy("", "Card payments fail. Next update 14:30 UTC. a.example"));
        assertThat(edited.isEdited(Shape.SMS)).isTrue();
        assertThat(edited.copy(Shape.X)).isEqualTo(shapes.copy(Shape.X));
        assertThat(edited.revert(Shape.SMS).copy(Shape.SMS)).isEqualTo(shapes.copy(Shape.SMS));
    }

    @Test
    void an_edited_text_is_told_what_it_lost() {
        var shapes = Shapes.of(Messages.paymentsFail()).edit(Shape.SMS, new Copy("", "We are working on it."));

        assertThat(shapes.lacks(Shape.SMS))
                .containsExactly(
                        new Lack.Missing(Fact.IMPACT), new Lack.Missing(Fact.NEXT_UPDATE), new Lack.Missing(Fact.LINK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cards cannot pay till then: 14:30 UTC a.example",
                "No card can pay; more at 2:30 pm UTC a.example"
            })
    void the_same_in_other_words_lost_nothing(String text) {
        assertThat(Shapes.of(Messages.paymentsFail())
                        .edit(Shape.SHORT_POST, new Copy("", text))
                        .lacks(Shape.SHORT_POST))
                .isEmpty();
    }

    @Test
    void an_edited_text_is_counted_as_its_network_counts() {
        var shapes = Shapes.of(Messages.paymentsFail())
                .edit(
                        Shape.SMS,
                        new Copy(
                                "",
                                "Customers cannot pay by card – next update 14:30 UTC. a.example " + "x".repeat(80)));

        assertThat(shapes.lacks(Shape.SMS)).singleElement().isInstanceOf(Lack.OverLimit.class);
    }

    @Test
    void a_single_sign_that_makes_it_two_messages_is_told() {
        var shapes = Shapes.of(Messages.paymentsFail())
                .edit(
                        Shape.SMS,
                        new Copy(
                                "",
                                "Customers can’t pay by card in Ireland. Bank transfer works. Next update 14:30 UTC. a.example"));

        assertThat(shapes.lacks(Shape.SMS)).singleElement().isInstanceOf(Lack.SeveralSegments.class);
    }

    @Test
    void a_subject_is_one_line() {
        assertThatExceptionOfType(Refused.Invalid.class)
                .isThrownBy(() -> Shapes.of(Messages.paymentsFail())
                        .edit(Shape.EMAIL, new Copy("Down\r\nBcc: all@example.com", "body")));
    }

    @Test
    void where_the_impact_is_too_long_the_state_stands_for_it_and_the_author_hears_by_how_much() {
        var made = Shapes.of(Messages.saying("customers who " + "really ".repeat(60) + "cannot pay"))
                .made(Shape.SMS);

        assertThat(made).isInstanceOfSatisfying(Shaped.Thin.class, thin -> {
            assertThat(thin.copy().body()).contains("Checkout partly down", "14:30 UTC");
            assertThat(thin.leftOut()).contains(Fact.IMPACT);
            assertThat(thin.by()).isGreaterThan(200);
        });
    }

    @Test
    void an_address_that_names_the_thing_is_spoken() {
        var shapes = Shapes.of(Messages.saying("ASP.NET pages on mail.northwind.com do not load"));

        assertThat(shapes.copy(Shape.VOICE).orElseThrow().body())
                .contains("dot NET pages on mail dot northwind dot com do not load");
    }

    @Test
    void where_nothing_fits_there_is_no_text_and_the_author_hears_what_is_too_long() {
        var shapes = Shapes.of(Messages.withoutComponents("customers who " + "really ".repeat(60) + "cannot pay"));

        assertThat(shapes.copy(Shape.SHORT_POST)).isEmpty();
        assertThat(shapes.made(Shape.SHORT_POST))
                .isInstanceOfSatisfying(
                        Shaped.TooLong.class,
                        tooLong -> assertThat(tooLong.value()).isEqualTo(Fact.IMPACT));
        assertThat(shapes.lacks(Shape.SHORT_POST)).containsExactly(new Lack.Missing(Fact.IMPACT));
    }

    @Test
    void a_name_too_long_for_any_short_text_goes() {
        var shapes = Shapes.of(Messages.by("Northwind " + "and Partners ".repeat(20)));

        assertThat(shapes.copy(Shape.SHORT_POST).orElseThrow().body())
                .startsWith("Customers cannot pay by card")
                .contains("14:30 UTC");
    }

    @Test
    void a_link_too_long_for_a_short_text_goes_and_stays_in_the_mail() {
        var link = "status.northwind.example/" + "incident/".repeat(30);
        var shapes = Shapes.of(Messages.at(link));

        assertThat(shapes.copy(Shape.SHORT_POST).orElseThrow().body())
                .contains("Northwind", "14:30 UTC")
                .doesNotContain("incident/");
        assertThat(shapes.copy(Shape.EMAIL).orElseThrow().body()).contains(link);
    }

    @Test
    void the_authors_text_stands_in_place_of_ours_and_keeps_its_paragraphs() {
        var shapes = Shapes.of(Messages.written("Card payments fail.\n\nWe switched to a second route."));

        assertThat(shapes.copy(Shape.STATUS_PAGE).orElseThrow().body())
                .startsWith("Card payments fail.\n\nWe switched to a second route.")
                .contains("Next update: 14:30 UTC")
                .doesNotContain("Customers cannot pay by card.");
    }

    @Test
    void a_suspicion_is_never_told() {
        var shapes = Shapes.of(Messages.paymentsFail());

        assertThat(Stream.of(Shape.values())
                        .map(shape -> shapes.copy(shape).orElseThrow().all()))
                .noneMatch(text -> text.contains("Cardsoft"));
    }
}
