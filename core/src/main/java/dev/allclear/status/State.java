package dev.allclear.status;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// How one component does, from best to worst. What we don't know is never shown as good.
public enum State {
    OPERATIONAL,
    UNDER_MAINTENANCE,
    UNKNOWN,
    DEGRADED_PERFORMANCE,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE;

    public boolean worseThan(State other) {
        return compareTo(other) > 0;
    }

    public State worse(State other) {
        return worseThan(other) ? this : other;
    }

    /// The worst of them; nothing to look at is operational.
    public static State worst(Collection<State> states) {
        return states.stream().max(Comparator.naturalOrder()).orElse(OPERATIONAL);
    }

    /// The name in URLs, APIs and language files: `partial_outage`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
