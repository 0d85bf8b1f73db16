package dev.allclear.policy;

import java.util.Locale;

/// Who is written to about an incident.
public enum Audience {
    /// Nobody: it stands on the page, for those who look.
    NOBODY,

    /// Those who follow what is affected.
    FOLLOWERS,

    /// Everybody who hears of incidents at all, whatever parts they follow.
    EVERYBODY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
