package dev.allclear.policy;

import dev.allclear.audience.Choice;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import java.util.Locale;
import java.util.Set;

/// Who is written to about an incident.
public enum Audience {
    /// Nobody: it stands on the page, for those who look.
    NOBODY,

    /// Those who follow what is affected.
    FOLLOWERS,

    /// Everybody who hears of incidents at all, whatever parts they follow.
    EVERYBODY;

    /// Is this somebody who is written to?
    ///
    /// @param areas what the news touches
    public boolean takesIn(Choice choice, Choice.Kind kind, Set<Area> areas, Catalogue catalogue) {
        return switch (this) {
            case NOBODY -> false;
            case FOLLOWERS -> choice.wants(kind, areas, catalogue);
            case EVERYBODY -> choice.kinds().contains(kind);
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
