package dev.allclear.shape;

import java.util.Locale;

/// A fact that a shape tells or leaves out.
public enum Fact {
    NAME,
    IMPACT,
    NEXT_UPDATE,
    WINDOW,
    ALL_CLEAR,
    ACTION,
    WORKAROUND,
    LINK,
    SCOPE,
    SINCE,
    RESTORED_BY,
    LATENESS,
    DOING,
    RESIDUAL,
    COMPENSATION,
    NEXT_STEP,
    CONTACT,
    WHY,
    CAUSE,
    PREVENTION,
    APOLOGY;

    /// The name in APIs and language files: `next_update`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
