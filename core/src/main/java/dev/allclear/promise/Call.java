package dev.allclear.promise;

import dev.allclear.people.AccountId;
import java.time.Instant;
import java.util.Optional;

/// One step that falls due at an instant.
///
/// @param number tells steps of a kind apart: which place on the list, which week
/// @param to who is reminded; empty for a step that Allclear takes itself
public record Call(Step step, int number, Instant due, Optional<AccountId> to) {

    /// Names it among all calls about the same promise.
    public String key() {
        return step.key() + "." + number;
    }
}
