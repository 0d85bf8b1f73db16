package dev.allclear.delivery;

import dev.allclear.delivery.Outbox.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What may be expected of an announcement that is under way.
///
/// @param people how many messages it will be; while people are still looked at, as many of the rest as of those so far
/// @param isCertain whether everybody was looked at
/// @param perSecond how many are accepted at present
/// @param through when the last one will be; empty where nothing says so, and for what is through
public record Forecast(long people, boolean isCertain, double perSecond, Optional<Instant> through) {

    private static final Duration LATELY = Duration.ofMinutes(1);

    /// Steps of a pace grow with time: below this part of it there is nothing to see.
    private static final int FINEST = 10;

    /// @param confirmed how many subscribers the page has
    public static Forecast of(Progress progress, Pace pace, long confirmed, Instant now) {
        var people = people(progress, pace, confirmed);
        if (progress.fannedOut() || progress.stopped()) {
            return new Forecast(people, true, perSecond(progress, pace, now), Optional.empty());
        }
        var perSecond = perSecond(progress, pace, now);
        var tally = progress.tally();
        var left = people - tally.all() + tally.sending();
        var through = perSecond > 0 && left >= 0
                ? Optional.of(now.plusMillis(Math.round(left / perSecond * 1000)))
                : Optional.<Instant>empty();
        return new Forecast(people, false, perSecond, through);
    }

    private static long people(Progress progress, Pace pace, long confirmed) {
        var written = progress.tally().all();
        var cut = progress.cut();
        if (progress.fannedOut()
                || progress.stopped()
                || !progress.announcement().subject().isForMany()) {
            return written;
        }
        var all = cut.isWhole() ? cut.people() : Math.max(confirmed, cut.people());
        if (pace.portions() == 0 || written == 0) {
            return all;
        }
        // Of the portions in somebody's hands, half are written down.
        var lookedAt = cut.people() * (pace.portions() - cut.open() / 2.0) / pace.portions();
        return Math.max(written, Math.round(all * Math.min(1, written / Math.max(1, lookedAt))));
    }

    private static double perSecond(Progress progress, Pace pace, Instant now) {
        var announced = progress.announcement().at();
        var elapsed = Duration.between(announced, now);
        var begun = Duration.between(
                progress.heldUntil().filter(announced::isBefore).orElse(announced), now);
        var window = LATELY.compareTo(elapsed.dividedBy(FINEST)) > 0 ? LATELY : elapsed.dividedBy(FINEST);
        return pace.perSecond(elapsed, begun.compareTo(window) < 0 ? begun : window);
    }
}
