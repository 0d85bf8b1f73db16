package dev.allclear.delivery;

import java.time.Duration;
import java.util.Optional;

/// What became of one attempt to reach one person.
public sealed interface Outcome {

    /// The other side took responsibility.
    record Accepted(String receipt) implements Outcome {}

    /// Not now; worth trying again.
    record Deferred(String why, Optional<Duration> retryAfter) implements Outcome {}

    /// This message will never be taken.
    record Rejected(String why) implements Outcome {}

    /// The address is dead: stop writing to it.
    record Gone(String why) implements Outcome {}
}
