package dev.allclear.desk.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Tells times in the page's zone, in the words that `desk.js` then turns into the reader's own zone.
///
/// @param now when the request was made
public record Watch(ZoneId zone, Instant now) {

    private static final Locale LOCALE = Locale.UK;

    /// @param kind `clock`, `exact`, `moment`, `day`, `due`, `end`, `ago` or `seconds`, as in `data-time`
    public String tell(Instant at, String kind) {
        return switch (kind) {
            case "clock" -> clock(at);
            case "exact" -> format("HH:mm:ss", at) + " " + zoneName(at);
            case "seconds" -> Math.max(0, Math.ceilDiv(Duration.between(now, at).toMillis(), 1000L)) + " s";
            case "moment" -> day(at) + ", " + clock(at);
            case "day" -> day(at);
            case "due" -> due(at);
            case "end" -> end(at);
            case "ago" -> ago(at);
            default -> throw new IllegalArgumentException("no such kind of time: " + kind);
        };
    }

    /// `03:12 CET`
    public String clock(Instant at) {
        return bare(at) + " " + zoneName(at);
    }

    /// `03:12`
    public String bare(Instant at) {
        return format("HH:mm", at);
    }

    /// `03:12`, that many minutes from now.
    public String in(int minutes) {
        return bare(now.plus(Duration.ofMinutes(minutes)));
    }

    private String day(Instant at) {
        return format(at.atZone(zone).getYear() == now.atZone(zone).getYear() ? "EEE d MMM" : "EEE d MMM yyyy", at);
    }

    /// Rounded up, so that nothing is late a minute early.
    private String due(Instant at) {
        var seconds = Duration.between(now, at).toSeconds();
        var minutes = Math.ceilDiv(seconds, 60L);
        if (minutes > 0) {
            return "in " + length(Duration.ofMinutes(minutes));
        }
        return minutes == 0 ? "due now" : length(Duration.ofMinutes(-minutes)) + " late";
    }

    /// Of something that was planned to be over then.
    private String end(Instant at) {
        var minutes = Math.ceilDiv(Duration.between(now, at).toSeconds(), 60L);
        if (minutes > 0) {
            return "Planned end in " + length(Duration.ofMinutes(minutes));
        }
        return minutes == 0 ? "Planned end now" : "Over time for " + length(Duration.ofMinutes(-minutes));
    }

    private String ago(Instant at) {
        var past = Duration.between(at, now);
        return past.toMinutes() < 1 ? "just now" : length(past) + " ago";
    }

    /// `48 min`, `2 h 48 min`, `3 days`.
    public String length(Duration length) {
        var minutes = length.toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 2 * 24 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return Math.round(minutes / 1440.0) + " days";
    }

    /// `late`, `soon` (five minutes or less) or `calm`, as in `data-urgency`.
    public String urgency(Instant due) {
        var left = Duration.between(now, due);
        if (!left.isPositive()) {
            return "late";
        }
        return left.compareTo(Duration.ofMinutes(5)) <= 0 ? "soon" : "calm";
    }

    public boolean isLate(Instant due) {
        return !due.isAfter(now);
    }

    /// The value of a `datetime-local` field in the page's zone.
    public String field(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), zone).toString();
    }

    /// `CET`
    public String zoneName() {
        return zoneName(now);
    }

    private String zoneName(Instant at) {
        var name = format("zzz", at);
        return name.equals("Z") ? "UTC" : name;
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, LOCALE).format(at.atZone(zone));
    }
}
