package dev.allclear.status;

import dev.allclear.Text;
import java.time.Instant;
import java.util.Optional;

/// Components that belong together; groups hold groups to any depth.
public record Group(
        GroupId id,
        Optional<GroupId> parent,
        String name,
        String description,
        int position,
        Instant createdAt,
        Instant updatedAt) {

    public Group {
        name = Text.line("name", name, 120);
        description = Text.optionalProse("description", description, 500);
    }
}
