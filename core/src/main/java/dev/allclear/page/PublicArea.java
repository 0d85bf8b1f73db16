package dev.allclear.page;

import dev.allclear.status.ComponentId;
import dev.allclear.status.State;
import java.util.Optional;

/// One affected area by the names that readers know.
///
/// @param group the name of the innermost group; empty at the top
/// @param region the region's name; empty for the whole component
public record PublicArea(
        ComponentId component, String name, Optional<String> group, Optional<String> region, State state) {}
