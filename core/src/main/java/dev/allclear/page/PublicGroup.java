package dev.allclear.page;

import dev.allclear.status.Group;
import dev.allclear.status.State;
import java.util.List;
import java.util.stream.Stream;

/// A group with everything in it; its state is the worst inside.
public record PublicGroup(Group group, State state, List<PublicGroup> groups, List<PublicComponent> components) {

    /// All components inside, at any depth.
    public Stream<PublicComponent> all() {
        return Stream.concat(components.stream(), groups.stream().flatMap(PublicGroup::all));
    }
}
