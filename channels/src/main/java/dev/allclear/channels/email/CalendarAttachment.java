package dev.allclear.channels.email;

import dev.allclear.calendar.CalendarFile;
import dev.allclear.calendar.Events;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.maintenance.Notice;
import java.util.List;
import java.util.Optional;

/// Planned work for the reader's calendar, with the news that is about when it takes place.
final class CalendarAttachment {

    private static final String TYPE = CalendarFile.CONTENT_TYPE + "; method=PUBLISH";

    private CalendarAttachment() {}

    static Optional<Attachment> of(Letter letter, MarkedTexts texts) {
        if (!(letter.content() instanceof Content.OfMaintenance(var work, var notice)) || !saysWhen(notice.kind())) {
            return Optional.empty();
        }
        var events = new Events(
                letter.page(),
                letter.links().page(),
                letter.language(),
                letter.zone(),
                source -> texts.of(source).text());
        // What was said of all in one word comes in one file.
        var told = ofAll(notice.kind()) ? events.together(work) : List.of(events.of(work));
        return Optional.of(
                new Attachment("maintenance.ics", TYPE, CalendarFile.of(told).text()));
    }

    private static boolean ofAll(Notice.Kind kind) {
        return kind == Notice.Kind.ANNOUNCED || kind == Notice.Kind.CANCELLED;
    }

    private static boolean saysWhen(Notice.Kind kind) {
        return switch (kind) {
            case ANNOUNCED, REMINDER, MOVED, EXTENDED, CANCELLED -> true;
            case STARTED, PROGRESS, CHECK_IN, COMPLETED, THANKS, BECAME_INCIDENT, REVISED -> false;
        };
    }
}
