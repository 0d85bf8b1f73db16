package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.delivery.Outcome;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.SeriesId;
import dev.allclear.maintenance.Window;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicMaintenance.PublicSeries;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The event in a mail, as somebody else's server hands it on and somebody else's calendar reads it.
class CalendarAttachmentTest {

    private static final ServerSetup ANY_PORT = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    @Test
    void a_mail_server_hands_on_an_event_that_calendars_read() throws Exception {
        var greenMail = new GreenMail(ANY_PORT);
        greenMail.start();
        var settings =
                SmtpSettings.parse("smtp://127.0.0.1:" + greenMail.getSmtp().getPort());
        try (var channel = new SmtpChannel(settings, Letters.WRITER, InstantSource.fixed(Letters.NOON))) {
            assertThat(channel.send(story("maintenance-announced"))).isInstanceOf(Outcome.Accepted.class);

            var event = event(attachment(greenMail.getReceivedMessages()[0]));

            assertThat(value(event, "UID")).isEqualTo("story0000001@page00000001");
            assertThat(value(event, "SUMMARY")).isEqualTo("Harbour Pay: Neue Datenbank für das Dashboard");
            assertThat(value(event, "DTSTART")).isEqualTo("20261129T020000Z");
            assertThat(value(event, "DTEND")).isEqualTo("20261129T040000Z");
            assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
            assertThat(value(event, "DESCRIPTION")).contains("Was Sie tun müssen: Melden Sie sich danach neu an.");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void work_that_was_cancelled_is_cancelled_in_calendars_too() throws Exception {
        var event = event(attachment(parsed(story("maintenance-cancelled"))));

        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void works_that_were_planned_together_come_together() throws Exception {
        var told = (Content.OfMaintenance) story("maintenance-announced").content();
        var one = told.maintenance();
        var week = Duration.ofDays(7);
        var next =
                new Window(one.window().start().plus(week), one.window().end().plus(week));
        var series = new PublicSeries(
                new SeriesId("series000001"),
                List.of(new PublicSeries.Other(new MaintenanceId("story0000002"), next, 3)));
        var work = new PublicMaintenance(
                one.id(),
                one.title(),
                one.window(),
                Optional.of(series),
                one.kin(),
                one.phase(),
                one.details(),
                one.affected(),
                one.notices());
        var letter = Letters.german().letter(new Content.OfMaintenance(work, told.notice()), Letters.NOON);

        var events = events(attachment(parsed(letter)));

        assertThat(events)
                .map(event -> value(event, "UID") + " " + value(event, "SEQUENCE") + " " + value(event, "DTSTART"))
                .containsExactly(
                        "story0000001@page00000001 0 20261129T020000Z", "story0000002@page00000001 3 20261206T020000Z");
        assertThat(value(events.getLast(), "URL")).isEqualTo("https://status.example.com/maintenance/story0000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"announced", "reminder", "moved", "extended", "cancelled"})
    void what_says_when_carries_the_event(String kind) throws Exception {
        var file = attachment(parsed(story("maintenance-" + kind)));

        assertThat(file.getFileName()).isEqualTo("maintenance.ics");
        assertThat(file.getContentType())
                .isEqualTo("text/calendar; charset=utf-8; method=PUBLISH;\r\n name=\"maintenance.ics\"");
        assertThat(value(event(file), "SEQUENCE")).matches("[0-9]");
    }

    static Stream<Letter> withoutEvent() {
        return new Stories(Letters.german())
                .all().entrySet().stream()
                        .filter(story ->
                                !story.getKey().matches("maintenance-(announced|reminder|moved|extended|cancelled)"))
                        .map(story -> story.getValue());
    }

    @ParameterizedTest
    @MethodSource("withoutEvent")
    void other_news_carries_none(Letter letter) throws Exception {
        assertThat(parsed(letter).getContentType()).startsWith("multipart/alternative");
    }

    private static Letter story(String name) {
        return new Stories(Letters.german()).all().get(name);
    }

    private static MimeMessage parsed(Letter letter) throws MessagingException {
        return new MimeMessage(
                null, new ByteArrayInputStream(Letters.WRITER.write(letter).bytes()));
    }

    private static BodyPart attachment(MimeMessage message) throws MessagingException, IOException {
        var parts = (Multipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(2);
        return parts.getBodyPart(1);
    }

    private static VEvent event(BodyPart file) throws MessagingException, IOException, ParserException {
        assertThat(events(file)).hasSize(1);
        return events(file).getFirst();
    }

    private static List<VEvent> events(BodyPart file) throws MessagingException, IOException, ParserException {
        var calendar = new CalendarBuilder().build(file.getInputStream());
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar.getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
