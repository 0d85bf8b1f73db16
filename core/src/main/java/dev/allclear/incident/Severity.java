package dev.allclear.incident;

import java.util.Locale;

/// How much it hurts customers, from nothing to notice to nothing works.
public enum Severity {
    NOTICE,
    MINOR,
    MAJOR,
    CRITICAL;

    /// The name in APIs, forms and language files: `critical`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
