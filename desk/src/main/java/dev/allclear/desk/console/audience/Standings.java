package dev.allclear.desk.console.audience;

import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import java.time.Instant;

/// Whether we may write to somebody, for showing it.
///
/// @param key as in `data-standing`
/// @param since when it came to be so
/// @param why how we know that they agreed, or why they left; empty while we wait
public record Standings(String key, String label, Instant since, String why) {

    static Standings of(Subscriber subscriber, Instant now) {
        return switch (subscriber.standing()) {
            case Standing.Pending _ -> new Standings("pending", "Not confirmed", subscriber.createdAt(), "");
            case Standing.Confirmed(var at, var proof) ->
                subscriber.isPaused(now)
                        ? new Standings("paused", "Paused", at, proof)
                        : new Standings("confirmed", "Confirmed", at, proof);
            case Standing.Left(var at, var why) -> new Standings("left", "Left", at, why);
        };
    }

    public boolean hasLeft() {
        return key.equals("left");
    }
}
