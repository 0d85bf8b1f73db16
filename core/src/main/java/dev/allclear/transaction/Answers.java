package dev.allclear.transaction;

import java.time.Instant;
import java.util.Optional;

/// Answers given to requests that carried an idempotency key, so that the same request gets the same answer again.
public interface Answers {

    /// @param request a digest of what was asked, to tell a repeat from a key used twice
    record Answer(String owner, String key, String request, int status, String body, Instant at) {}

    /// @param owner whose key it is: keys of different owners never meet
    Optional<Answer> find(String owner, String key);

    void add(Answer answer);

    void removeBefore(Instant limit);

    /// Forgets those that hold this text.
    void removeHolding(String text);
}
