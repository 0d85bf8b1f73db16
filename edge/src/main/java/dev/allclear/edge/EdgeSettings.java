package dev.allclear.edge;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the public side must know about where it stands.
///
/// @param hosts names under which the installation answers besides its pages' own; empty for any name at all
/// @param ready whether this process should get traffic
/// @param shared paths of a page at which others take what is posted, though a file answers who reads: forms
/// @param away what this process does without at the moment, though it gets traffic
public record EdgeSettings(
        Set<String> hosts, BooleanSupplier ready, Set<String> shared, Supplier<Optional<String>> away) {

    /// Answers under any name, and always ready.
    public static final EdgeSettings ANYWHERE = new EdgeSettings(Set.of(), () -> true, Set.of("/subscribe"));

    /// Does without nothing.
    public EdgeSettings(Set<String> hosts, BooleanSupplier ready, Set<String> shared) {
        this(hosts, ready, shared, Optional::empty);
    }
}
