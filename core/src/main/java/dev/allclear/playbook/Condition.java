package dev.allclear.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A state of what we know, by which a template chooses a sentence: `[[if cause unknown: ...]]`.
public enum Condition {
    /// We looked, and there is nothing that customers can do yet: it is said aloud.
    NO_WORKAROUND_YET,
    CAUSE_UNKNOWN,
    /// We know it, and may not tell.
    CAUSE_NOT_PUBLIC,
    SCOPE_UNKNOWN,
    NO_ESTIMATE;

    /// As it is written in a template: `no workaround yet`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static Optional<Condition> worded(String words) {
        return Arrays.stream(values())
                .filter(condition -> condition.words().equals(words))
                .findFirst();
    }
}
