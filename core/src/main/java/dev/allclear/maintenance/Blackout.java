package dev.allclear.maintenance;

import dev.allclear.Refused;
import dev.allclear.Text;
import java.time.LocalDate;
import java.time.ZoneId;

/// Days on which no work should be planned, such as those of the big sale.
///
/// @param to the last of the days
public record Blackout(LocalDate from, LocalDate to, String why) {

    public Blackout {
        if (to.isBefore(from)) {
            throw new Refused.Invalid("blackouts", "The last day comes after the first.");
        }
        why = Text.line("blackouts", why, 200);
    }

    public boolean touches(Window window, ZoneId zone) {
        var first = window.start().atZone(zone).toLocalDate();
        var last = window.end().minusNanos(1).atZone(zone).toLocalDate();
        return !last.isBefore(from) && !first.isAfter(to);
    }
}
