package dev.allclear.desk.web;

import dev.allclear.Refused;
import java.time.ZoneId;

/// Time zones by name, as people and browsers send them.
public final class Zones {

    private Zones() {}

    /// @throws Refused.Invalid with field `zone`, unless it is a name of the time zone database
    public static ZoneId named(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Refused.Invalid("zone", "This should be the name of a time zone, such as Europe/Berlin.");
        }
        return ZoneId.of(name);
    }
}
