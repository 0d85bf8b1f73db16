package dev.allclear.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// One piece of planned work as calendars show it.
///
/// @param uid the same for as long as the work is known, on whatever page or mail it stands
/// @param sequence rises with each change: calendars keep the highest
/// @param end empty where it isn't after the start
/// @param host who does it
/// @param link the work's own page
public record Event(
        String uid,
        long sequence,
        boolean cancelled,
        Instant created,
        Instant changed,
        Instant start,
        Optional<Instant> end,
        String summary,
        String description,
        Host host,
        URI link) {

    /// The company with its status page. No mail address, or calendars would send answers to it.
    public record Host(String name, URI page) {}

    void write(ContentLines lines) {
        lines.property("BEGIN", "VEVENT")
                .property("UID", uid)
                .property("SEQUENCE", Long.toString(sequence))
                // Not when it was written: the same work gives the same bytes, today and tomorrow.
                .time("DTSTAMP", changed)
                .time("CREATED", created)
                .time("LAST-MODIFIED", changed)
                .time("DTSTART", start);
        end.ifPresent(at -> lines.time("DTEND", at));
        lines.text("SUMMARY", summary)
                .text("DESCRIPTION", description)
                .property("URL", link.toASCIIString())
                .named("ORGANIZER", host.name(), host.page().toASCIIString())
                .property("STATUS", cancelled ? "CANCELLED" : "CONFIRMED")
                // It takes nobody's time.
                .property("TRANSP", "TRANSPARENT")
                .property("CATEGORIES", "MAINTENANCE")
                .property("END", "VEVENT");
    }
}
