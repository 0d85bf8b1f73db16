package dev.allclear.delivery;

import dev.allclear.PageId;
import java.time.Instant;

/// Something that was published and that people must hear of. Written in the transaction of the change itself.
public record Announcement(AnnouncementId id, PageId page, Subject subject, Instant at, Weight weight) {

    /// With the weight that everything of its kind has.
    public Announcement(AnnouncementId id, PageId page, Subject subject, Instant at) {
        this(id, page, subject, at, usual(subject));
    }

    private static Weight usual(Subject subject) {
        return switch (subject) {
            case Subject.OfConfirmation _, Subject.OfReminder _, Subject.OfHandover _ -> Weight.ALARM;
            case Subject.OfIncident _, Subject.OfCorrection _ -> Weight.BEGINNING;
            case Subject.OfMaintenance _, Subject.OfReport _ -> Weight.CALM;
        };
    }
}
