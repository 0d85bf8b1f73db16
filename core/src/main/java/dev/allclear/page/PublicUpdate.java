package dev.allclear.page;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.Correction;
import dev.allclear.incident.Update;
import dev.allclear.incident.UpdateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One update as readers see it.
///
/// @param text Markdown
/// @param answers what an all-clear answers beside its text; empty once that was corrected, since it may now say
/// otherwise
/// @param turned the areas whose state it changed, each with the state before and after
public record PublicUpdate(
        UpdateId id,
        Update.Kind kind,
        String text,
        Instant at,
        Optional<Instant> nextUpdateDue,
        Optional<AllClear> answers,
        List<Correction> corrections,
        List<Turn> turned) {

    /// One area that went from one state to another.
    public record Turn(PublicArea before, PublicArea after) {}
}
