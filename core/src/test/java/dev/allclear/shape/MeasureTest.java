package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasureTest {

    @ParameterizedTest
    @CsvSource({"160, 160, 1", "161, 161, 2", "306, 306, 2", "307, 307, 3"})
    void a_short_message_holds_160_septets_and_153_in_each_part(int letters, int used, int segments) {
        var measure = Measure.sms("a".repeat(letters), 2);

        assertThat(measure.used()).isEqualTo(used);
        assertThat(measure.segments()).isEqualTo(segments);
        assertThat(measure.over()).isEqualTo(segments > 2);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
    void one_letter_outside_the_alphabet_leaves_70_and_67(int letters, int segments) {
        var measure = Measure.sms("ł".repeat(letters), 2);

        assertThat(measure.unit()).isEqualTo(Measure.Unit.UCS2_UNITS);
        assertThat(measure.segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"€, 2", "{, 2", "ü, 1", "ß, 1", "@, 1", "Å, 1"})
    void a_sign_of_the_extension_takes_two_septets(String sign, int septets) {
        assertThat(Measure.sms(sign, 1).used()).isEqualTo(septets);
    }

    @Test
    void an_escaped_sign_is_not_split_over_two_parts() {
        assertThat(Measure.sms("a".repeat(152) + "€" + "a".repeat(152), 2).segments())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "hello, 5",
        "追跡, 4",
        "👩‍👩‍👧‍👦, 2",
        "🇩🇪, 2",
        "é, 1",
        "1️⃣, 2",
        "see https://a.example/very/long/address/indeed now, 31"
    })
    void x_weighs_pictures_and_east_asian_letters_double_and_any_link_23(String text, int weight) {
        assertThat(Measure.x(text).used()).isEqualTo(weight);
    }

    @Test
    void bluesky_counts_what_readers_see_as_one_character_and_bytes_too() {
        assertThat(Measure.bluesky("👩‍👩‍👧‍👦é🇩🇪").used()).isEqualTo(3);
        assertThat(Measure.blueskyBytes("👩‍👩‍👧‍👦").used()).isEqualTo(25);
    }

    @Test
    void mastodon_counts_any_link_the_same_and_a_mention_without_its_server() {
        assertThat(Measure.mastodon("see https://status.northwind.example/incidents/2026/03/12", Limits.USUAL)
                        .used())
                .isEqualTo(4 + 23);
        assertThat(Measure.mastodon("@help@social.example", Limits.USUAL).used())
                .isEqualTo(5);
        assertThat(Measure.mastodon("hi", new Limits(2, 1_000, 23)).limit()).isEqualTo(1_000);
    }

    @Test
    void a_full_stop_after_a_link_is_not_part_of_it() {
        assertThat(Measure.x("See status.northwind.example.").used()).isEqualTo(4 + 23 + 1);
    }
}
