package dev.allclear.playbook;

import static dev.allclear.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.allclear.language.Language;
import dev.allclear.maintenance.Window;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormatsTest {

    private final Formats english = Stories.formats(Language.ENGLISH);
    private final Formats german = Stories.formats(new Language("de"));

    @Test
    void the_day_goes_without_saying_only_if_it_is_this_one() {
        assertThat(english.moment(at("14:30"))).isEqualTo("14:30 GMT");
        assertThat(english.moment(Instant.parse("2026-06-14T05:00:00Z"))).isEqualTo("14 Jun 2026, 06:00 BST");
        assertThat(german.moment(at("14:30"))).isEqualTo("15:30 MEZ");
    }

    @Test
    void a_window_names_weekday_date_and_zone() {
        var morning = new Window(Instant.parse("2026-06-14T05:00:00Z"), Instant.parse("2026-06-14T07:00:00Z"));

        assertThat(english.window(morning)).isEqualTo("Sunday, 14 June 2026, 06:00–08:00 BST");
        assertThat(german.window(morning)).isEqualTo("Sonntag, 14. Juni 2026, 07:00–09:00 MESZ");
    }

    @Test
    void a_window_over_the_end_of_a_day_or_a_change_of_clocks_names_both_ends_in_full() {
        var night = new Window(Instant.parse("2026-06-30T22:30:00Z"), Instant.parse("2026-07-01T01:30:00Z"));
        var change = new Window(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T02:00:00Z"));

        assertThat(english.window(night))
                .isEqualTo("Tuesday, 30 June 2026, 23:30 BST – Wednesday, 1 July 2026, 02:30 BST");
        assertThat(english.window(change)).isEqualTo("Sunday, 25 October 2026, 01:30 BST–02:00 GMT");
    }

    @Test
    void names_are_joined_as_people_join_them() {
        assertThat(english.list(List.of("Checkout", "Search", "Login"))).isEqualTo("Checkout, Search and Login");
        assertThat(german.list(List.of("Kasse", "Suche"))).isEqualTo("Kasse und Suche");
    }

    @Test
    void a_time_can_only_come_from_an_instant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.none(english).text(Variable.NEXT_UPDATE, "three o'clock"));
    }
}
