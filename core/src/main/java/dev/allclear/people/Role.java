package dev.allclear.people;

import java.util.Locale;

/// What somebody may do on a page. Each role may do all that the ones before it may.
public enum Role {
    VIEWER,
    DRAFTER,
    PUBLISHER,
    OWNER;

    public boolean may(Permission permission) {
        return compareTo(permission.least()) >= 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
