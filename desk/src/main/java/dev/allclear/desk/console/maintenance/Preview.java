package dev.allclear.desk.console.maintenance;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.AreaNames;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Reach;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.web.Parameters;
import dev.allclear.policy.Audience;
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
        String publish) {

    static Preview of(Frame frame, Parameters typed, Catalogue catalogue, Tx tx, Markdown markdown) {
        var zone = frame.page().zone();
        var areas = tried(() -> Optional.of(AreaFields.named(typed, catalogue))).orElse(Set.<Area>of());
        return new Preview(
                frame,
                typed.filled("title").map(String::strip).orElse("What is planned"),
                tried(() -> TypedTimes.read(typed, "start", zone)),
                tried(() -> TypedTimes.read(typed, "end", zone)),
                new AreaNames(catalogue).of(areas),
                markdown.html(typed.get("text")),
                Reach.of(tx, frame.page().id(), Choice.Kind.MAINTENANCE, areas, Optional.empty(), Audience.FOLLOWERS)
                        .after("Announce"));
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
