package dev.allclear.incident;

import dev.allclear.Refused;
import dev.allclear.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When service will be restored, as somebody who can know it has confirmed.
///
/// @param confirmedBy who confirmed it; for the desk only, never shown to the public
/// @param former earlier estimates, oldest first, each with why it changed
public record Estimate(Instant restoredBy, String confirmedBy, List<Former> former) {

    /// An estimate that no longer holds.
    public record Former(Instant restoredBy, Instant changedAt, String why) {
        public Former {
            why = Text.line("estimateWhy", why, 300);
        }
    }

    public Estimate {
        confirmedBy = Text.line("estimateConfirmedBy", confirmedBy, 120);
        former = List.copyOf(former);
    }

    public static Estimate first(Instant restoredBy, String confirmedBy) {
        return new Estimate(restoredBy, confirmedBy, List.of());
    }

    /// An estimate names a time to come; what is over already needs the all-clear instead.
    public void mustLieAfter(Instant now) {
        if (!restoredBy.isAfter(now)) {
            throw new Refused.Invalid(
                    "estimate", "This time has passed already. Enter when you expect it to work again, or nothing.");
        }
    }

    /// A changed estimate says that it changed, and why.
    public Estimate changedTo(Instant next, String nextConfirmedBy, String why, Instant now) {
        if (why.isBlank()) {
            throw new Refused.Invalid("estimateWhy", "Say in a few words why the estimate changes; readers see it.");
        }
        var earlier = new ArrayList<>(former);
        earlier.add(new Former(restoredBy, now, why));
        return new Estimate(next, nextConfirmedBy, earlier);
    }
}
