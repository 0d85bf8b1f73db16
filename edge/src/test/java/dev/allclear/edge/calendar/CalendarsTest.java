package dev.allclear.edge.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.Golden;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.Window;
import dev.allclear.page.PublicPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

final class CalendarsTest {

    private static final String WHO = "Ines Brandt";

    @Test
    void the_calendar_reads_as_agreed() throws IOException {
        Golden.text(this, "calendar.ics", text(Fernhill.page(), "/en/calendar.ics"));
        Golden.text(this, "kalender.ics", text(Fernhill.page(), "/de/calendar.ics"));
    }

    @Test
    void an_independent_parser_finds_every_work_once() {
        var events = Read.events(text(Fernhill.page(), "/en/calendar.ics"));

        assertThat(events)
                .map(event -> Read.value(event, "UID"))
                .containsExactly("mnt-db@fernhill", "mnt-api@fernhill", "mnt-net@fernhill");
        assertThat(Read.value(events.getFirst(), "SUMMARY")).isEqualTo("Fernhill: Moving invoices to a new database");
        assertThat(Read.value(events.getFirst(), "DTSTART")).isEqualTo("20260311T010000Z");
        assertThat(Read.value(events.getFirst(), "DTEND")).isEqualTo("20260311T030000Z");
        assertThat(Read.value(events.getFirst(), "URL"))
                .isEqualTo("https://status.fernhill.example/maintenance/mnt-db");
    }

    @Test
    void what_ran_stands_where_it_ran() {
        var event = Read.event(text(Fernhill.page(), "/en/maintenance/mnt-net.ics"));

        assertThat(Read.value(event, "DTSTART")).isEqualTo("20260210T030000Z");
        assertThat(Read.value(event, "DTEND")).isEqualTo("20260210T041000Z");
        assertThat(Read.value(event, "DESCRIPTION"))
                .contains("Was planned: 10 Feb 2026, 04:00 CET – 10 Feb 2026, 06:00");
    }

    @Test
    void each_change_raises_the_sequence_and_keeps_the_name() {
        var planned = Fernhill.planned();
        var moved = planned.move(window("2026-03-12T01:00:00Z"), new NoticeId("n2"), "A supplier is late.", at(1), WHO);
        var started = moved.start(new NoticeId("n3"), "", at(2), WHO);
        var extended = started.extend(
                Instant.parse("2026-03-12T05:00:00Z"), new NoticeId("n4"), "It takes longer.", at(3), WHO);
        var done = extended.complete(new NoticeId("n5"), "", at(4), WHO);

        assertThat(List.of(planned, moved, started, extended, done))
                .map(work -> event(work))
                .allSatisfy(event -> assertThat(Read.value(event, "UID")).isEqualTo("mnt-db@fernhill"))
                .map(event -> Read.value(event, "SEQUENCE"))
                .containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void a_reminder_changes_no_event() {
        var reminded = Fernhill.planned().remind(new Rung(Duration.ofDays(7)), new NoticeId("n2"), at(1), WHO);

        assertThat(text(Fernhill.page(1, List.of(), List.of(reminded)), "/en/calendar.ics"))
                .isEqualTo(text(Fernhill.page(1, List.of(), List.of(Fernhill.planned())), "/en/calendar.ics"));
    }

    @Test
    void cancelled_work_stays_and_says_so_for_ninety_days() {
        var cancelled = Fernhill.planned().cancel(new NoticeId("n2"), "No longer needed.", at(1), WHO);

        var event = event(cancelled);

        assertThat(Read.value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(Read.value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(Read.value(event, "SUMMARY")).startsWith("Cancelled – Fernhill: ");
        assertThat(Read.value(event, "DESCRIPTION")).startsWith("Cancelled: No longer needed.");
        var old = Fernhill.planned().cancel(new NoticeId("n2"), "No.", at(-60 * 24 * 90), WHO);
        assertThat(Read.events(text(Fernhill.page(1, List.of(), List.of(old)), "/en/calendar.ics")))
                .isEmpty();
    }

    @Test
    void components_and_groups_have_calendars_of_their_own() {
        var page = Fernhill.page();

        assertThat(Read.events(text(page, "/en/components/invoices/calendar.ics")))
                .hasSize(3);
        assertThat(Read.events(text(page, "/en/groups/shop/calendar.ics"))).hasSize(3);
        assertThat(Read.events(text(page, "/en/groups/paying/calendar.ics"))).hasSize(3);
        assertThat(Read.events(text(page, "/en/components/storefront/calendar.ics")))
                .isEmpty();
        assertThat(text(page, "/de/components/invoices/calendar.ics"))
                .contains("\r\nNAME:Fernhill: Wartungen an Invoices\r\n");
    }

    @Test
    void a_page_without_works_has_a_calendar_that_parsers_take() {
        assertThat(Read.events(text(Fernhill.calm(), "/en/calendar.ics"))).isEmpty();
    }

    @Test
    void the_same_page_gives_the_same_bytes_at_any_time() {
        var later = Fernhill.page();

        assertThat(text(later, "/en/calendar.ics")).isEqualTo(text(Fernhill.page(), "/en/calendar.ics"));
        var calendars = new Calendars(new SanitisedMarkdown());
        var before = calendars.all(Fernhill.page(), Fernhill.BASE);
        assertThat(calendars.all(later, Fernhill.BASE)).containsExactlyElementsOf(before);
    }

    @Test
    void a_single_event_opens_no_calendar_of_its_own() {
        assertThat(Read.names(text(Fernhill.page(), "/en/maintenance/mnt-db.ics")))
                .doesNotContain("NAME", "X-WR-CALNAME", "REFRESH-INTERVAL");
    }

    @Test
    void every_line_is_short_and_whole() {
        var files = new Calendars(new SanitisedMarkdown()).all(Fernhill.page(), Fernhill.BASE);

        assertThat(files).allSatisfy(CalendarsTest::isFolded).allSatisfy(file -> {
            assertThat(file.contentType()).isEqualTo("text/calendar; charset=utf-8");
            Read.calendar(new String(file.body(), StandardCharsets.UTF_8));
        });
    }

    private static void isFolded(SiteFile file) {
        var text = new String(file.body(), StandardCharsets.UTF_8);
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\r\n\r\n");
        assertThat(Arrays.stream(text.split("\r\n")).map(line -> line.getBytes(StandardCharsets.UTF_8)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
    }

    private static VEvent event(Maintenance work) {
        return Read.event(text(Fernhill.page(1, List.of(), List.of(work)), "/en/calendar.ics"));
    }

    private static Window window(String start) {
        return new Window(Instant.parse(start), Instant.parse(start).plus(Duration.ofHours(2)));
    }

    private static Instant at(long minute) {
        return Fernhill.NOW.plus(Duration.ofMinutes(minute));
    }

    private static String text(PublicPage page, String path) {
        return Read.text(page, Fernhill.BASE, path);
    }
}
