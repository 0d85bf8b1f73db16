package dev.allclear.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How one cell fared over a stretch of time: spans without gap or overlap, each in one state.
///
/// Computed from changes of state, never sampled.
public record Timeline(List<Span> spans) {

    /// One stretch in one state; `until` is exclusive.
    public record Span(Instant from, Instant until, State state) {}

    public Timeline {
        spans = List.copyOf(spans);
    }

    /// @param changes of any cells and causes, in any order
    public static Timeline of(Area cell, Collection<StateChange> changes, Instant from, Instant until) {
        return of(change -> change.area().covers(cell), changes, from, until);
    }

    /// The component as its worst cell had it.
    public static Timeline ofWorst(
            ComponentId component, Collection<StateChange> changes, Instant from, Instant until) {
        return of(change -> change.area().component().equals(component), changes, from, until);
    }

    private static Timeline of(
            Predicate<StateChange> heard, Collection<StateChange> changes, Instant from, Instant until) {
        var turns = new TreeMap<Instant, List<StateChange>>();
        for (var change : changes) {
            if (heard.test(change) && change.at().isBefore(until)) {
                var at = change.at().isBefore(from) ? from : change.at();
                turns.computeIfAbsent(at, _ -> new ArrayList<>()).add(change);
            }
        }
        // Several changes before `from` fold into one instant: the latest of each voice must win there.
        turns.values().forEach(list -> list.sort((a, b) -> a.at().compareTo(b.at())));
        return new Timeline(sweep(turns, from, until));
    }

    private static List<Span> sweep(TreeMap<Instant, List<StateChange>> turns, Instant from, Instant until) {
        record Voice(Area area, Cause cause) {}
        Map<Voice, State> voices = new HashMap<>();
        var spans = new ArrayList<Span>();
        var since = from;
        var state = State.OPERATIONAL;
        for (var turn : turns.entrySet()) {
            for (var change : turn.getValue()) {
                voices.put(new Voice(change.area(), change.cause()), change.state());
            }
            var next = State.worst(voices.values());
            if (next != state) {
                append(spans, new Span(since, turn.getKey(), state));
                since = turn.getKey();
                state = next;
            }
        }
        append(spans, new Span(since, until, state));
        return spans;
    }

    private static void append(List<Span> spans, Span span) {
        if (span.from().isBefore(span.until())) {
            spans.add(span);
        }
    }
}
