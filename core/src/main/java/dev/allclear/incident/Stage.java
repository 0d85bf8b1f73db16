package dev.allclear.incident;

import java.util.Locale;

/// How far we are while an incident is open.
public enum Stage {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
