package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Forecast;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Pace;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How an announcement goes out, at a look (`console/deliveries/picture.jte`).
///
/// @param promised when its story promised the next update; empty where none is owed
/// @param kept whether mails are kept as files, not sent
public record Picture(
        Progress progress, Pace pace, Forecast forecast, Optional<Instant> promised, boolean kept, Watch watch) {

    /// Whoever hears of an outage later than that could have found out alone.
    private static final Duration LATE = Duration.ofMinutes(10);

    public boolean isBusy() {
        return !progress.stopped()
                && (!progress.fannedOut() || !progress.tally().isDone());
    }

    public boolean isHeld() {
        return progress.isHeld(watch.now());
    }

    /// Of how many, in words: `of about 120,000`; empty where there is nothing to compare with.
    public String of() {
        if (!isBusy() && progress.tally().sent() == forecast.people()) {
            return "";
        }
        return "of " + (forecast.isCertain() ? "" : isGuess() ? "at most " : "about ")
                + Words.number(forecast.isCertain() ? forecast.people() : rounded(forecast.people()));
    }

    private boolean isGuess() {
        return progress.tally().all() == 0;
    }

    /// To three digits: more would be made up.
    private static long rounded(long people) {
        var unit = 1L;
        while (people / unit >= 1_000) {
            unit *= 10;
        }
        return Math.ceilDiv(people, unit) * unit;
    }

    /// `1,240 a second`, `40 a minute`; empty while nothing moves.
    public String rate() {
        var perSecond = forecast.perSecond();
        if (perSecond <= 0 || !isBusy()) {
            return "";
        }
        return perSecond >= 2
                ? Words.number(Math.round(perSecond)) + " a second"
                : Words.number(Math.max(1, Math.round(perSecond * 60))) + " a minute";
    }

    /// When the last is out, once that can be told.
    public Optional<Instant> through() {
        return isBusy() && !isHeld() ? forecast.through() : Optional.empty();
    }

    /// Why that is too late; empty where it is not.
    public String warning() {
        return through().map(this::warning).orElse("");
    }

    private String warning(Instant through) {
        var late = promised.filter(due -> due.isAfter(watch.now())).filter(through::isAfter);
        if (late.isPresent()) {
            return "This takes until " + watch.clock(through) + ", and you promised an update by "
                    + watch.clock(late.get()) + ".";
        }
        var after = Duration.between(progress.announcement().at(), through);
        return after.compareTo(LATE) > 0
                ? "This takes until " + watch.clock(through) + ": the last will hear of it " + watch.length(after)
                        + " after you published it."
                : "";
    }

    /// After how long a part of them had it.
    public record Mark(String name, String length) {}

    public List<Mark> marks() {
        var of = isBusy() ? forecast.people() : progress.tally().sent();
        return Stream.of(
                        new Mark("Half had it after", told(.5, of)),
                        new Mark("95 of 100 after", told(.95, of)),
                        new Mark("All after", isBusy() ? "" : told(1, of)))
                .filter(mark -> !mark.length().isEmpty())
                .toList();
    }

    private String told(double part, long of) {
        return of == 0 || kept ? "" : pace.until(part, of).map(this::length).orElse("");
    }

    private String length(Duration length) {
        if (length.toMinutes() >= 10) {
            return watch.length(length);
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + " min"
                    + (length.toSecondsPart() == 0 ? "" : " " + length.toSecondsPart() + " s");
        }
        var seconds = length.toMillis() / 1000.0;
        return seconds >= 10 ? Math.round(seconds) + " s" : String.format(Locale.UK, "%.1f s", seconds);
    }

    /// How many stand where, without what counts nobody.
    public record Standing(String name, long count, boolean isBad) {}

    public List<Standing> standings() {
        return Stream.of(
                        standing("Waiting", Kind.WAITING, false),
                        standing("On their way", Kind.SENDING, false),
                        standing(kept ? "Kept, not sent" : "Sent", Kind.ACCEPTED, false),
                        standing("Arrived", Kind.DELIVERED, false),
                        standing("Came back", Kind.BOUNCED, true),
                        standing("Failed", Kind.FAILED, true),
                        standing("Not written to", Kind.SUPPRESSED, false),
                        standing("Replaced by a newer one", Kind.SUPERSEDED, false),
                        standing("Not known", Kind.UNKNOWN, false))
                .filter(one -> one.count() > 0)
                .toList();
    }

    private Standing standing(String name, Kind kind, boolean isBad) {
        return new Standing(name, progress.tally().of(kind), isBad);
    }
}
