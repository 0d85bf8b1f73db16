package dev.allclear.promise;

import java.time.Duration;
import java.util.Locale;

/// What is done about one promise, one after another, until somebody speaks.
public enum Step {
    /// Five minutes before: to the owner of the incident.
    SOON,

    /// It is time: to the owner.
    NOW,

    /// It is late: to the next person on the policy's list, and the next, and the next.
    OVERDUE,

    /// Nobody spoke: a holding update says so by itself.
    HOLDING,

    /// The post-incident report is owed in a day.
    REPORT_SOON,

    /// The post-incident report is owed now.
    REPORT_NOW,

    /// The report is late by a week, and another.
    REPORT_OVERDUE;

    /// How long before the promised time the owner is reminded.
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /// How long each person on the list has before the next one is asked.
    public static final Duration EACH = Duration.ofMinutes(5);

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
