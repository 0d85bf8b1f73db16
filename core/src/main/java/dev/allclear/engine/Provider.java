package dev.allclear.engine;

import dev.allclear.delivery.Channel;
import java.util.Optional;

/// Somebody who carries our letters.
///
/// @param name as people know it, such as its host and port; the same on all nodes
/// @param pace how many letters a second it takes at most, from all nodes together; empty for as many as it can
public record Provider(String name, Channel channel, Optional<Double> pace) {

    public static Provider unlimited(String name, Channel channel) {
        return new Provider(name, channel, Optional.empty());
    }
}
