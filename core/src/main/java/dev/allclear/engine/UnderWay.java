package dev.allclear.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Letters in the hands of senders. Until one goes out it only waits for its place, and may be taken back. Only `Tray`
/// uses it, one thread at a time.
final class UnderWay {

    private static final long NOT_YET = Long.MIN_VALUE;

    /// Since when each goes out, by the steady clock.
    private final Map<Errand, Long> since = new HashMap<>();

    void add(Errand errand) {
        since.put(errand, NOT_YET);
    }

    /// @return false when it is in nobody's hands any more
    boolean goesOut(Errand errand, long steady) {
        return since.computeIfPresent(errand, (_, _) -> steady) != null;
    }

    /// @return whether it was in somebody's hands
    boolean remove(Errand errand) {
        return since.remove(errand) != null;
    }

    boolean holds(Errand errand) {
        return since.containsKey(errand);
    }

    boolean holdsAnyOf(Claim claim) {
        return since.keySet().stream().anyMatch(one -> one.claim().equals(claim));
    }

    int size() {
        return since.size();
    }

    List<Errand> heldBack() {
        return since.entrySet().stream()
                .filter(one -> one.getValue() == NOT_YET)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Errand> outSinceBefore(long steady) {
        return since.entrySet().stream()
                .filter(one -> one.getValue() != NOT_YET && one.getValue() - steady < 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
