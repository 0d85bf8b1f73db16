package dev.allclear.incident;

import dev.allclear.Refused;
import dev.allclear.Text;
import java.time.LocalDate;
import java.util.Optional;

/// Something that we do so that it does not happen again.
///
/// @param by the day on which it shall be done; empty for none named
/// @param done the day on which it was; empty while it is not
/// @param isPublic whether readers of the report see it, and are promised it
public record FollowUp(String what, Optional<LocalDate> by, Optional<LocalDate> done, boolean isPublic) {

    public FollowUp {
        what = Text.line("what", what, 300);
        if (isPublic && by.isEmpty() && done.isEmpty()) {
            throw new Refused.Invalid("by", "What readers are promised has a date.");
        }
    }

    /// Whether it should have been done before this day.
    public boolean isLate(LocalDate today) {
        return done.isEmpty() && by.map(today::isAfter).orElse(false);
    }
}
