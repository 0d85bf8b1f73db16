package dev.allclear.app.demo;

import dev.allclear.PageId;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Drops what is put in, and tells of the real one whatever is asked.
record SilentOutbox(Outbox outbox) implements Outbox {

    @Override
    public void add(Announcement announcement) {
        // Nobody is told of the past.
    }

    @Override
    public void hold(Announcement announcement, Instant until) {
        // Nor later.
    }

    @Override
    public boolean stop(PageId page, AnnouncementId id, Instant now) {
        return outbox.stop(page, id, now);
    }

    @Override
    public void end(PageId page, AnnouncementId id) {
        outbox.end(page, id);
    }

    @Override
    public Map<AnnouncementId, Halt> halted(Collection<AnnouncementId> among) {
        return outbox.halted(among);
    }

    @Override
    public Optional<Instant> nextHeld() {
        return outbox.nextHeld();
    }

    @Override
    public int confirmationsSince(PageId page, SubscriberId subscriber, Instant since) {
        return outbox.confirmationsSince(page, subscriber, since);
    }

    @Override
    public Optional<Announcement> find(PageId page, AnnouncementId id) {
        return outbox.find(page, id);
    }

    @Override
    public List<Progress> recent(PageId page, int limit) {
        return outbox.recent(page, limit);
    }

    @Override
    public Optional<Progress> progress(PageId page, AnnouncementId id) {
        return outbox.progress(page, id);
    }

    @Override
    public List<Progress> of(PageId page, String thread) {
        return outbox.of(page, thread);
    }
}
