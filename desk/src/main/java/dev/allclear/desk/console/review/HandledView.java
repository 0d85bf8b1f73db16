package dev.allclear.desk.console.review;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.console.incidents.head.Called;
import dev.allclear.promise.Promise;
import dev.allclear.review.IncidentReview;
import dev.allclear.review.Overridden;
import dev.allclear.review.Reached;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one incident was handled.
///
/// @param lasted `1 h 10 min`; empty while it is open
/// @param kinds of mails
/// @param calls who was called and who answered, oldest first
public record HandledView(
        Frame frame,
        IncidentReview review,
        String lasted,
        Rhythm rhythm,
        List<Said> said,
        List<Reached> kinds,
        List<Past> past,
        List<Called> calls) {

    /// One promise of a next update, and what became of it.
    ///
    /// @param outcome `kept`, `missed`, `ahead` or `overdue`
    /// @param at when we spoke, put after the words
    public record Said(Instant due, String outcome, String words, Optional<Instant> at, String after) {
        static Said of(Promise promise, Watch watch) {
            return switch (promise.outcome()) {
                case Promise.Outcome.Kept(var at) -> new Said(promise.due(), "kept", "Kept at ", Optional.of(at), "");
                case Promise.Outcome.Missed(var at, var by) ->
                    new Said(promise.due(), "missed", "Spoke at ", Optional.of(at), ", " + watch.length(by) + " late");
                case Promise.Outcome.Ahead _ -> new Said(promise.due(), "ahead", "Still ahead", Optional.empty(), "");
                case Promise.Outcome.Overdue _ ->
                    new Said(promise.due(), "overdue", "Nothing was said yet", Optional.empty(), "");
            };
        }
    }

    /// A rule that somebody went past.
    public record Past(Instant at, String what, String who, String why) {
        static Past of(Overridden one, String who) {
            var what = switch (one.kind()) {
                case APPROVAL -> "Published without a second person";
                case COACH -> "Published despite errors that the coach found";
                case MAILS -> "Mails stopped";
            };
            return new Past(one.at(), what, who, one.why());
        }
    }

    public String path() {
        return "/desk/incidents/" + review.incident().id().value();
    }

    /// `Updates`
    public static String name(Reached kind) {
        return switch (kind.kind()) {
            case UPDATE -> "Updates";
            case CORRECTION -> "Corrections";
            case REPORT -> "Report";
        };
    }

    public long mailed() {
        return kinds.stream().mapToLong(Reached::mailed).sum();
    }

    public long failed() {
        return kinds.stream().mapToLong(Reached::failed).sum();
    }

    /// For those who don't see the drawing.
    public String rhythmInWords() {
        return "From " + frame.watch().tell(rhythm.start(), "moment") + " to "
                + frame.watch().tell(rhythm.end(), "moment") + " we spoke "
                + Words.count(rhythm.words().size(), "time", "times") + ". "
                + Words.count(review.kept(), "promise was", "promises were") + " kept, "
                + Words.number(review.missed()) + " missed.";
    }
}
