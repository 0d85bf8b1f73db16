package dev.allclear.calendar;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One file for calendars: a feed to be subscribed to, or events to be taken over.
///
/// @param feed empty for what is no feed: a name would make some programs open a calendar of its own for it
public record CalendarFile(Optional<Feed> feed, List<Event> events) {

    /// How it goes out, by mail as well as by HTTP.
    public static final String CONTENT_TYPE = "text/calendar; charset=utf-8";

    private static final String REFRESH = "PT1H";

    /// @param name what calendars call it until their owner says otherwise
    /// @param source where it is
    public record Feed(String name, URI source) {}

    public static CalendarFile feed(String name, URI source, List<Event> events) {
        return new CalendarFile(Optional.of(new Feed(name, source)), events);
    }

    public static CalendarFile of(List<Event> events) {
        return new CalendarFile(Optional.empty(), events);
    }

    /// The file, with CRLF at each line's end.
    public String text() {
        var lines = new ContentLines()
                .property("BEGIN", "VCALENDAR")
                .property("VERSION", "2.0")
                .property("PRODID", "-//Allclear//Allclear//EN")
                .property("CALSCALE", "GREGORIAN")
                .property("METHOD", "PUBLISH");
        feed.ifPresent(it -> describe(it, lines));
        if (events.isEmpty()) {
            writeNothing(lines);
        }
        events.forEach(event -> event.write(lines));
        return lines.property("END", "VCALENDAR").toString();
    }

    /// Each fact as RFC 7986 has it, and as calendars understood it before.
    private static void describe(Feed feed, ContentLines lines) {
        lines.text("NAME", feed.name())
                .text("X-WR-CALNAME", feed.name())
                .property("SOURCE;VALUE=URI", feed.source().toASCIIString())
                .property("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .property("X-PUBLISHED-TTL", REFRESH);
    }

    /// No calendar may be without any component (RFC 5545, section 3.6), and a zone is the one that shows nothing.
    private static void writeNothing(ContentLines lines) {
        lines.property("BEGIN", "VTIMEZONE")
                .property("TZID", "UTC")
                .property("BEGIN", "STANDARD")
                .property("DTSTART", "19700101T000000")
                .property("TZOFFSETFROM", "+0000")
                .property("TZOFFSETTO", "+0000")
                .property("END", "STANDARD")
                .property("END", "VTIMEZONE");
    }
}
