package dev.allclear.desk.console.catalogue;

import dev.allclear.Text;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form of one group: `name`, `description`, `parent`.
record GroupForm(String name, String description, Optional<GroupId> parent) {

    static final List<String> FIELDS = List.of("name", "description", "parent");

    static Parameters filled(Group group) {
        return Parameters.of(Map.of(
                "name", List.of(group.name()),
                "description", List.of(group.description()),
                "parent", List.of(group.parent().map(GroupId::value).orElse(""))));
    }

    static GroupForm read(Parameters typed, Catalogue catalogue) {
        var faults = new Faults();
        var name = faults.read(() -> Text.line("name", typed.get("name"), 120));
        var description = faults.read(() -> Text.optionalProse("description", typed.get("description"), 500));
        var parent = typed.filled("parent");
        if (parent.isPresent()
                && catalogue.groups().stream().noneMatch(one -> one.id().value().equals(parent.get()))) {
            faults.add("parent", "This group is gone. Choose another.");
        }
        faults.refuseIfAny();
        return new GroupForm(name.orElseThrow(), description.orElseThrow(), parent.map(GroupId::new));
    }

    Group added(GroupId id, Catalogue catalogue, Instant now) {
        return new Group(id, parent, name, description, last(catalogue), now, now);
    }

    Group changed(Group before, Catalogue catalogue, Instant now) {
        var position = parent.equals(before.parent()) ? before.position() : last(catalogue);
        return new Group(before.id(), parent, name, description, position, before.createdAt(), now);
    }

    private int last(Catalogue catalogue) {
        return Edits.last(catalogue.groupsIn(parent), Group::position);
    }
}
