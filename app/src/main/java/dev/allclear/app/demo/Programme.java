package dev.allclear.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Everything that happens in the story, played in the order of time.
final class Programme {

    private record Event(Instant at, Runnable action) {}

    private final List<Event> events = new ArrayList<>();

    /// What is added first happens first when both happen at the same moment.
    void at(Instant at, Runnable action) {
        events.add(new Event(at, action));
    }

    void play(StoryClock clock) {
        events.sort(Comparator.comparing(Event::at));
        for (var event : events) {
            clock.set(event.at());
            event.action().run();
        }
    }
}
