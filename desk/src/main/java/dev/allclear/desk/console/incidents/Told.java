package dev.allclear.desk.console.incidents;

import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.desk.console.NamedArea;
import dev.allclear.desk.console.SafeHtml;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that we said, in the timeline.
///
/// @param text as it was written, for correcting it
/// @param turned areas whose state it changed, with the state after
/// @param byHand which shapes of it somebody wrote by hand, in words; empty for none
/// @param progress how its mails stand; empty where nobody was told, or where that is long ago
public record Told(
        String id,
        String label,
        Instant at,
        String by,
        String text,
        SafeHtml html,
        List<NamedArea> turned,
        List<Righted> corrections,
        Optional<Progress> progress,
        String byHand) {

    /// What was put right, and what stood there before.
    public record Righted(Instant at, String why, String before) {}

    public String announcement() {
        return progress.map(
                        one -> "/desk/announcements/" + one.announcement().id().value())
                .orElse("");
    }
}
