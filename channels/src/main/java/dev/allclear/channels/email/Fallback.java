package dev.allclear.channels.email;

import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.util.List;

/// Several channels as one: the first is preferred, and the next takes a letter when the one before is out of reach.
public final class Fallback implements Channel {

    private final List<? extends Channel> channels;

    /// @param channels at least one
    public Fallback(List<? extends Channel> channels) {
        this.channels = List.copyOf(channels);
    }

    /// What the last of them says, when all are out of reach.
    @Override
    public Outcome send(Letter letter) {
        var outcome = channels.getFirst().send(letter);
        for (var next : channels.subList(1, channels.size())) {
            if (!(outcome instanceof Outcome.Unavailable)) {
                return outcome;
            }
            outcome = next.send(letter);
        }
        return outcome;
    }
}
