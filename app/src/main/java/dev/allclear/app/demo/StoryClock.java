package dev.allclear.app.demo;

import java.time.Instant;
import java.time.InstantSource;

/// The clock of the story: it stands at whatever moment is being told, so that the past is entered through the same
/// doors as the present.
final class StoryClock implements InstantSource {

    private Instant now;

    StoryClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant instant) {
        now = instant;
    }
}
