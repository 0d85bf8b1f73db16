package dev.allclear.incident;

import dev.allclear.Text;
import java.util.Optional;

/// What is true of an incident now, beside its timeline.
///
/// @param impact what customers notice, in their words; may be empty while nobody knows
/// @param estimate empty unless somebody confirmed one
public record Facts(String impact, Workaround workaround, RootCause cause, Optional<Estimate> estimate) {

    public static final Facts UNKNOWN =
            new Facts("", new Workaround.NoneYet(), new RootCause.Unknown(), Optional.empty());

    public Facts {
        impact = Text.optionalProse("impact", impact, 1_000);
    }
}
