package dev.allclear.desk.console.incidents.workspace;

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
/// @param righting how the mails of its correction stand; empty where nobody was told of one
/// @param byHand which shapes of it somebody wrote by hand, in words; empty for none
/// @param progress how its mails stand; empty where nobody was told
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
        Optional<Progress> righting,
        String byHand) {

    /// How many people have got it by mail, or are getting it.
    public long reached() {
        return progress.map(one -> one.tally().reached()).orElse(0L);
    }

    /// Whether those who got what was wrong have not been told what is right.
    public boolean canTell() {
        var last = corrections.stream().map(Righted::at).max(Instant::compareTo);
        return last.isPresent()
                && reached() > 0
                && righting.filter(one -> !one.announcement().at().isBefore(last.get()))
                        .isEmpty();
    }

    /// What was put right, and what stood there before.
    public record Righted(Instant at, String why, String before) {}

    public String announcement() {
        return progress.map(
                        one -> "/desk/announcements/" + one.announcement().id().value())
                .orElse("");
    }
}
