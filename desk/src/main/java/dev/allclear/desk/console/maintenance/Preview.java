package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Parameters;
import dev.allclear.policy.Audience;
import dev.allclear.proof.WorkProof;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.transaction.Tx;
import dev.allclear.wording.Markdown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What customers will read, from a form in any state of completion.
///
/// @param html of the words, from our Markdown
public record Preview(
        Frame frame,
        String title,
        Optional<Instant> start,
        Optional<Instant> end,
        List<String> areas,
        String html,
        String publish,
        Coaching coaching) {

    static Preview of(Frame frame, Parameters typed, Catalogue catalogue, Tx tx, Markdown markdown) {
        var zone = frame.page().zone();
        var start = tried(() -> TypedTimes.read(typed, "start", zone));
        var end = tried(() -> TypedTimes.read(typed, "end", zone));
        var areas = tried(() -> Optional.of(AreaFields.named(typed, catalogue))).orElse(Set.<Area>of());
        return new Preview(
                frame,
                typed.filled("title").map(String::strip).orElse("What is planned"),
                start,
                end,
                new AreaNames(catalogue).of(areas),
                markdown.html(typed.get("text")),
                Reach.of(tx, frame.page().id(), Choice.Kind.MAINTENANCE, areas, Optional.empty(), Audience.FOLLOWERS)
                        .after("Announce"),
                coaching(frame, typed, tx, start, end));
    }

    /// Advice, and no more.
    private static Coaching coaching(
            Frame frame, Parameters typed, Tx tx, Optional<Instant> start, Optional<Instant> end) {
        var text = typed.get("text");
        if (text.isBlank()) {
            return Coaching.SILENT;
        }
        var now = frame.watch().now();
        var review = WorkProof.read(
                tx, frame.page(), Phase.MAINTENANCE_SCHEDULED, typed.get("title"), text, start, end, now);
        return Coaching.of(review, Optional.of("title"), List.of(Coaching.Piece.whole("text", text)));
    }

    /// What can't be read yet is not shown yet.
    private static <T> Optional<T> tried(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (Refused.Invalid _) {
            return Optional.empty();
        }
    }
}
