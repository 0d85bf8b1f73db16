package dev.allclear.maintenance;

import dev.allclear.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// What we hold ourselves to when we plan work.
///
/// @param leastNotice how long ahead work is announced at the least, unless it is emergency work
/// @param rungs when everybody is reminded, the longest before first
/// @param checkInFrom work of at least this length says at half time how it stands
/// @param blackouts when no work should be planned
public record WorkPolicy(Duration leastNotice, List<Rung> rungs, Duration checkInFrom, List<Blackout> blackouts) {

    /// A week ahead and then down to the hour, as the better internet providers do.
    public static final WorkPolicy USUAL = new WorkPolicy(
            Duration.ofDays(7),
            List.of(
                    new Rung(Duration.ofDays(7)),
                    new Rung(Duration.ofDays(3)),
                    new Rung(Duration.ofDays(1)),
                    new Rung(Duration.ofHours(1))),
            Duration.ofHours(4),
            List.of());

    private static final int MOST = 10;

    /// Who plans for exactly a week ahead and fills in the form for a while means it.
    private static final Duration GRACE = Duration.ofHours(1);

    public WorkPolicy {
        if (leastNotice.isNegative() || leastNotice.compareTo(Duration.ofDays(90)) > 0) {
            throw new Refused.Invalid("least_notice", "Work is announced from 0 to 90 days ahead.");
        }
        if (checkInFrom.compareTo(Duration.ofHours(1)) < 0) {
            throw new Refused.Invalid("check_in_from", "Only work of an hour or more needs a word at half time.");
        }
        if (rungs.size() > MOST || new HashSet<>(rungs).size() < rungs.size()) {
            throw new Refused.Invalid("rungs", "Name at most " + MOST + " reminders, each once.");
        }
        rungs = rungs.stream().sorted().toList();
        blackouts = List.copyOf(blackouts);
    }

    /// Whether work that starts then is announced too late.
    public boolean isShort(Instant start, Instant announcedAt) {
        return start.isBefore(announcedAt.plus(leastNotice).minus(GRACE));
    }
}
