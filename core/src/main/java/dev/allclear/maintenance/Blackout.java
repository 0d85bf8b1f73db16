package dev.allclear.maintenance;

import dev.allclear.Refused;
import dev.allclear.Text;
import java.time.LocalDate;

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
}
