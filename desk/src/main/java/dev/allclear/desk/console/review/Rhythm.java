package dev.allclear.desk.console.review;

import dev.allclear.promise.Promise;
import dev.allclear.review.IncidentReview;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words about an incident along a line of time, from left to right: when we spoke, and where we should have.
///
/// @param start when customers began to feel it
/// @param end of the last word, or now while it is open
public record Rhythm(Instant start, Instant end, List<Stretch> stretches, List<Word> words) {

    /// The drawing is that wide, in units of its own, with a margin at both ends.
    public static final int WIDTH = 1000;

    private static final int MARGIN = 14;

    /// Some of the line.
    ///
    /// @param late whether something was owed all along it
    public record Stretch(double from, double to, boolean late) {
        public String x() {
            return written(from);
        }

        public String width() {
            return written(to - from);
        }
    }

    /// @param byItself whether nobody wrote it
    public record Word(double at, boolean byItself) {
        public String x() {
            return written(at);
        }
    }

    private static String written(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    static Rhythm of(IncidentReview review, Instant now) {
        var incident = review.incident();
        var end = incident.isOpen() ? now : incident.latest().at();
        var line = new Line(incident.startedAt(), end.isAfter(incident.startedAt()) ? end : now);
        var stretches = new ArrayList<Stretch>();
        line.add(
                stretches,
                incident.startedAt(),
                incident.startedAt().plus(review.firstWord().limit()),
                incident.first().at(),
                !review.firstWord().isInTime());
        for (var promise : review.promises()) {
            var spoke = incident.updates().stream()
                    .filter(update -> update.id().equals(promise.madeBy()))
                    .findFirst()
                    .orElseThrow();
            line.add(stretches, spoke.at(), promise.due(), next(promise, now), promise.isMissed());
        }
        var words = incident.updates().stream()
                .map(update -> new Word(line.place(update.at()), update.isAutomatic()))
                .toList();
        return new Rhythm(incident.startedAt(), line.end(), stretches, words);
    }

    private static Instant next(Promise promise, Instant now) {
        return switch (promise.outcome()) {
            case Promise.Outcome.Kept(var at) -> at;
            case Promise.Outcome.Missed(var at, var _) -> at;
            case Promise.Outcome.Ahead _, Promise.Outcome.Overdue _ -> now;
        };
    }

    private record Line(Instant start, Instant end) {

        double place(Instant at) {
            var whole = Math.max(1, Duration.between(start, end).toMillis());
            var share = Math.clamp(Duration.between(start, at).toMillis() / (double) whole, 0.0, 1.0);
            return MARGIN + share * (WIDTH - 2 * MARGIN);
        }

        /// From one word to the next: in time up to what was owed, late after it.
        void add(List<Stretch> stretches, Instant from, Instant due, Instant to, boolean isLate) {
            var turn = isLate ? due : to;
            stretches.add(new Stretch(place(from), place(turn), false));
            if (isLate) {
                stretches.add(new Stretch(place(due), place(to), true));
            }
        }
    }
}
