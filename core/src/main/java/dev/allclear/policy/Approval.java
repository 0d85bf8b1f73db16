package dev.allclear.policy;

import java.util.Locale;

/// Who has to agree before something is said in public.
public enum Approval {
    /// Whoever may publish.
    ONE_PERSON,

    /// Somebody who did not write it (four eyes).
    SECOND_PERSON;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
