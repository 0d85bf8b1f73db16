package dev.allclear.page;

import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Notice;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import java.time.Instant;
import java.util.List;

/// Planned work as readers see it.
///
/// @param notices newest first
public record PublicMaintenance(
        MaintenanceId id,
        String title,
        Window window,
        Maintenance.Phase phase,
        List<PublicArea> affected,
        List<PublicNotice> notices) {

    /// One thing said about it. The text is Markdown.
    public record PublicNotice(NoticeId id, Notice.Kind kind, String text, Instant at) {}

    public boolean isRunning() {
        return phase instanceof Maintenance.Phase.Running;
    }

    public boolean isUpcoming() {
        return phase instanceof Maintenance.Phase.Scheduled;
    }

    public PublicNotice latest() {
        return notices.getFirst();
    }
}
