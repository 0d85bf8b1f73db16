package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.channels.email.Composition.Part;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.language.Language;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Kin;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import dev.allclear.page.PublicArea;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.shape.Copy;
import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposerTest {

    private final Composer composer = new Composer(new PlainMarkdown());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin     | Next update by 13:30 CET, earlier if something changes.
            UTC               | Next update by 12:30 UTC, earlier if something changes.
            Asia/Kolkata      | Next update by 18:00 IST, earlier if something changes.
            """)
    void the_next_update_is_promised_in_the_readers_zone(String zone, String promise) {
        var letters = new Letters("ada@example.org", "Harbour Pay", Language.ENGLISH, ZoneId.of(zone));
        var news = Samples.update(Samples.incident("Outage", "Checkout"), "We are on it.");

        var sections = composer.compose(letters.letter(news, Letters.NOON)).sections();

        assertThat(sections).contains(new Section.Promise(promise));
    }

    @Test
    void a_mail_that_was_written_by_hand_has_its_own_subject_and_text_in_our_frame() {
        var letters = new Letters("ada@example.org", "Harbour Pay", Language.ENGLISH, ZoneId.of("UTC"));
        var news = Samples.update(Samples.incident("Outage", "Checkout"), "We are on it.");
        var byHand = new Content.OfUpdate(
                news.incident(), news.update(), true, Optional.of(new Copy("Please wait", "Dear merchants")));

        var composition = composer.compose(letters.letter(byHand, Letters.NOON));

        assertThat(composition.subject()).isEqualTo("Please wait");
        assertThat(composition.sections().toString()).contains("Dear merchants").doesNotContain("We are on it.");
        assertThat(composition.sections())
                .contains(new Section.Promise("Next update by 12:30 UTC, earlier if something changes."));
    }

    @Test
    void a_promise_for_tomorrow_names_the_day() {
        var letters = new Letters("ada@example.org", "Harbour Pay", Language.ENGLISH, ZoneId.of("Pacific/Auckland"));
        var news = Samples.update(Samples.incident("Outage", "Checkout"), "We are on it.");

        // In Auckland noon in London is one o'clock the next morning; told an hour before midnight there.
        var sections = composer.compose(letters.letter(news, Instant.parse("2026-11-22T10:00:00Z")))
                .sections();

        assertThat(sections)
                .contains(new Section.Promise(
                        "Next update by Monday, 23 November 2026, 01:30 NZDT, earlier if something changes."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-29T02:00:00Z | 2026-11-29T04:00:00Z | Sunday, 29 November 2026, 03:00 to 05:00 CET
            2026-11-28T22:00:00Z | 2026-11-29T01:00:00Z | Saturday, 28 November 2026, 23:00 CET to Sunday, 29 November 2026, 02:00 CET
            2027-03-28T00:30:00Z | 2027-03-28T02:00:00Z | Sunday, 28 March 2027, 01:30 CET to 04:00 CEST
            """)
    void a_window_names_its_days_and_every_clock_it_uses(Instant start, Instant end, String shown) {
        var letters = new Letters("ada@example.org", "Harbour Pay", Language.ENGLISH, ZoneId.of("Europe/Berlin"));
        var notice = new PublicMaintenance.PublicNotice(
                new NoticeId("notice000001"), Notice.Kind.ANNOUNCED, "We replace a cable.", Letters.NOON);
        var maintenance = new PublicMaintenance(
                new MaintenanceId("story0000001"),
                "New cable",
                new Window(start, end),
                Optional.empty(),
                Kin.NONE,
                new Maintenance.Phase.Scheduled(),
                Details.NONE,
                List.of(),
                List.of(notice));

        var first = composer.compose(letters.letter(new Content.OfMaintenance(maintenance, notice), Letters.NOON))
                .sections()
                .getFirst();

        assertThat(((Section.Statement) first).text()).isEqualTo(shown);
    }

    @Test
    void regions_in_the_same_state_share_a_line() {
        var incident = Samples.incident(
                "Outage",
                List.of(
                        area("checkout", "Frankfurt", State.MAJOR_OUTAGE),
                        area("checkout", "Dublin", State.MAJOR_OUTAGE),
                        area("checkout", "Oregon", State.DEGRADED_PERFORMANCE)));

        var sections = composer.compose(letter(incident)).sections();

        assertThat(sections)
                .contains(new Section.Parts(
                        "Affected now",
                        List.of(
                                new Part("checkout", "Frankfurt, Dublin", Optional.of(State.MAJOR_OUTAGE)),
                                new Part("checkout", "Oregon", Optional.of(State.DEGRADED_PERFORMANCE))),
                        ""));
    }

    @Test
    void a_long_list_is_cut_and_says_so() {
        var incident = Samples.incident(
                "Outage",
                IntStream.range(0, 30)
                        .mapToObj(number -> area("component" + number, "Dublin", State.MAJOR_OUTAGE))
                        .toList());

        var sections = composer.compose(letter(incident)).sections();

        assertThat(sections)
                .anySatisfy(section -> assertThat(section).isInstanceOfSatisfying(Section.Parts.class, parts -> {
                    assertThat(parts.parts()).hasSize(12);
                    assertThat(parts.more()).isEqualTo("and 18 more");
                }));
    }

    @Test
    void inboxes_show_first_what_has_changed() {
        var composition = composer.compose(new Stories(Letters.english()).resolved());

        assertThat(composition.preview()).startsWith("All clear: Card payments work again everywhere.");
    }

    @Test
    void the_preview_of_a_long_text_is_cut_between_characters() {
        var news = Samples.update(Samples.incident("Outage", "Checkout"), "🚨".repeat(500));

        var preview =
                composer.compose(Letters.english().letter(news, Letters.NOON)).preview();

        assertThat(preview).endsWith("🚨".repeat(140) + "…");
    }

    private static Letter letter(PublicIncident incident) {
        return Letters.english().letter(Samples.update(incident, "We are on it."), Letters.NOON);
    }

    private static PublicArea area(String component, String region, State state) {
        return new PublicArea(new ComponentId(component), component, Optional.empty(), Optional.of(region), state);
    }
}
