package dev.allclear.roster;

import dev.allclear.Refused;
import dev.allclear.audience.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// On which terms a file of subscribers is taken in.
///
/// @param consent that all of them agreed, as whoever brings the file declares; where a line proves it by itself, that
/// counts
/// @param askAtMost so many of those without any proof are asked by mail, each once
/// @param overwrite whether what somebody chose who is subscribed already gives way to the file; whether they are
/// subscribed never does
/// @param tags that everybody in the file gets
public record Terms(Optional<Consent> consent, long askAtMost, boolean overwrite, Set<Tag> tags) {

    /// What everybody in the file agreed to.
    ///
    /// @param words when and how, as it is kept with each of them
    public record Consent(Instant at, String words) {
        public Consent {
            words = words.strip();
            if (words.isEmpty() || words.length() > 300) {
                throw new Refused.Invalid("consent", "Say in up to 300 characters when and how they agreed.");
            }
        }
    }

    /// Nobody is asked, nothing overwritten.
    public static final Terms STRICT = new Terms(Optional.empty(), 0, false, Set.of());

    public Terms {
        tags = Set.copyOf(tags);
        if (askAtMost < 0) {
            throw new Refused.Invalid("ask", "This must be how many may be asked by mail, or 0.");
        }
    }
}
