package dev.allclear.audience;

import java.util.List;
import java.util.Optional;

/// Some of those who were asked for.
///
/// @param next what to hand in for those that follow; empty when these were the last
public record Listed(List<Subscriber> subscribers, Optional<String> next) {

    public Listed {
        subscribers = List.copyOf(subscribers);
    }
}
