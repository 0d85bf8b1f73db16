package dev.allclear.desk.subscriptions;

import dev.allclear.status.Catalogue;
import dev.allclear.status.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The tree of what can be chosen, as the form shows it.
///
/// @param value in the form: `group.<id>` or `component.<id>`
/// @param inside empty for a component
public record Parts(String value, String name, boolean whole, List<Parts> inside) {

    static final String GROUP = "group.";
    static final String COMPONENT = "component.";

    static List<Parts> of(Catalogue catalogue) {
        return in(catalogue, Optional.empty());
    }

    private static List<Parts> in(Catalogue catalogue, Optional<GroupId> parent) {
        var groups = catalogue.groupsIn(parent).stream()
                .map(group -> new Parts(
                        GROUP + group.id().value(), group.name(), true, in(catalogue, Optional.of(group.id()))))
                .filter(group -> !group.inside().isEmpty());
        var components = catalogue.componentsIn(parent).stream()
                .map(component -> new Parts(COMPONENT + component.id().value(), component.name(), false, List.of()));
        return Stream.concat(groups, components).toList();
    }
}
