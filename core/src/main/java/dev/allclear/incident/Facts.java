package dev.allclear.incident;

import dev.allclear.Text;
import java.util.Optional;

/// What is true of an incident now, beside its timeline.
///
/// @param impact what customers notice, in their words; may be empty while nobody knows
/// @param scope who is affected, and how much; may be empty while nobody knows
/// @param doing what we are doing about it at this moment; may be empty
/// @param fix what we did to end it, in plain words; may be empty
/// @param estimate empty unless somebody confirmed one
public record Facts(
        String impact,
        String scope,
        Workaround workaround,
        String doing,
        RootCause cause,
        String fix,
        Optional<Estimate> estimate) {

    /// How long the free texts may be.
    public static final int TEXT_LIMIT = 1_000;

    public static final Facts UNKNOWN =
            new Facts("", new Workaround.NoneYet(), new RootCause.Unknown(), Optional.empty());

    public Facts {
        impact = Text.optionalProse("impact", impact, TEXT_LIMIT);
        scope = Text.optionalProse("scope", scope, TEXT_LIMIT);
        doing = Text.optionalProse("doing", doing, TEXT_LIMIT);
        fix = Text.optionalProse("fix", fix, TEXT_LIMIT);
    }

    /// Nothing is said of who is affected, of what we do, or of what ended it.
    public Facts(String impact, Workaround workaround, RootCause cause, Optional<Estimate> estimate) {
        this(impact, "", workaround, "", cause, "", estimate);
    }
}
