package dev.allclear.edge.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.page.PublicPage;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/// Calendars of a page, as somebody else's parser reads them.
final class Read {

    private Read() {}

    static String text(PublicPage page, URI base, String path) {
        return new Calendars(new SanitisedMarkdown())
                .all(page, base).stream()
                        .filter(file -> file.path().equals(path))
                        .map(SiteFile::body)
                        .map(body -> new String(body, StandardCharsets.UTF_8))
                        .findFirst()
                        .orElseThrow();
    }

    /// Strictly, and without a word of complaint.
    static Calendar calendar(String text) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            assertThat(calendar.validate().getEntries()).isEmpty();
            return calendar;
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    static List<VEvent> events(String text) {
        return calendar(text).getComponents(Component.VEVENT);
    }

    static VEvent event(String text) {
        assertThat(events(text)).hasSize(1);
        return events(text).getFirst();
    }

    static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    /// Names of the properties, in their order.
    static List<String> names(String text) {
        return Arrays.stream(text.replace("\r\n ", "").split("\r\n"))
                .map(line -> line.split("[:;]", 2)[0])
                .toList();
    }
}
