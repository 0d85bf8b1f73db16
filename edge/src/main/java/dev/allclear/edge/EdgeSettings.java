package dev.allclear.edge;

import java.util.Set;
import java.util.function.BooleanSupplier;

/// What the public side must know about where it stands.
///
/// @param hosts names under which the installation answers besides its pages' own; empty for any name at all
/// @param ready whether this process should get traffic
/// @param shared paths of a page at which others take what is posted, though a file answers who reads: forms
public record EdgeSettings(Set<String> hosts, BooleanSupplier ready, Set<String> shared) {

    /// Answers under any name, and always ready.
    public static final EdgeSettings ANYWHERE = new EdgeSettings(Set.of(), () -> true, Set.of("/subscribe"));
}
