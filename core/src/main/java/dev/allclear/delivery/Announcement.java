package dev.allclear.delivery;

import dev.allclear.PageId;
import java.time.Instant;

/// Something that was published and that people must hear of. Written in the transaction of the change itself.
public record Announcement(AnnouncementId id, PageId page, Subject subject, Instant at) {}
