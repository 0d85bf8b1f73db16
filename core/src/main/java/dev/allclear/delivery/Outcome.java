package dev.allclear.delivery;

import java.time.Duration;
import java.util.Optional;

/// What became of one attempt to reach one person.
public sealed interface Outcome {

    /// The other side took responsibility.
    record Accepted(String receipt) implements Outcome {}

    /// Not now; worth trying again.
    record Deferred(String why, Optional<Duration> retryAfter) implements Outcome {}

    /// Not now, and nothing else for the same domain either.
    record Busy(String why, Optional<Duration> retryAfter) implements Outcome {}

    /// This message will never be taken.
    record Rejected(String why) implements Outcome {}

    /// The address is dead: stop writing to it.
    record Gone(String why) implements Outcome {}

    /// It was written out, and no answer came: it may have arrived. Trying again is safe only where the other side can
    /// tell a repeat by its id.
    record Unknown(String why) implements Outcome {}

    /// The provider itself is out of reach or takes nothing at all; it says nothing about this one message.
    record Unavailable(String why, Optional<Duration> retryAfter) implements Outcome {}
}
