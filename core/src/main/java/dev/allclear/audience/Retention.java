package dev.allclear.audience;

import dev.allclear.Refused;
import java.time.Duration;

/// How long a page keeps what it no longer needs to know of people.
///
/// @param left after which somebody who left is known by a seal of their address only, which keeps them from being
/// added again
/// @param deliveries after which past deliveries no longer say to which address they went, or what its server answered
public record Retention(Duration left, Duration deliveries) {

    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(3_650);

    public static final Retention USUAL = new Retention(Duration.ofDays(30), Duration.ofDays(180));

    /// As long as the link in the mail can be followed.
    public static final Duration UNCONFIRMED = Duration.ofDays(7);

    public Retention {
        check("left_days", left);
        check("delivery_days", deliveries);
    }

    private static void check(String field, Duration kept) {
        if (kept.compareTo(LEAST) < 0 || kept.compareTo(MOST) > 0) {
            throw new Refused.Invalid(field, "This must be a number of days from 1 to 3,650.");
        }
    }
}
