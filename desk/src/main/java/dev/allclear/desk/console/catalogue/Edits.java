package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The changes that the desk's forms make to a catalogue: each takes one and gives the next.
final class Edits {

    private Edits() {}

    static Catalogue withComponents(Catalogue catalogue, List<Component> components) {
        return new Catalogue(catalogue.groups(), components, catalogue.regions());
    }

    static Catalogue withGroups(Catalogue catalogue, List<Group> groups) {
        return new Catalogue(groups, catalogue.components(), catalogue.regions());
    }

    static Catalogue withRegions(Catalogue catalogue, List<Region> regions) {
        return new Catalogue(catalogue.groups(), catalogue.components(), regions);
    }

    static <T> T sameIn(List<T> all, Predicate<T> which, T otherwise) {
        return all.stream().filter(which).findFirst().orElse(otherwise);
    }

    /// In place of the one with its id, or added at the end.
    static Catalogue put(Catalogue catalogue, Component component) {
        return withComponents(catalogue, put(catalogue.components(), component, Component::id));
    }

    static Catalogue put(Catalogue catalogue, Group group) {
        return withGroups(catalogue, put(catalogue.groups(), group, Group::id));
    }

    static Catalogue put(Catalogue catalogue, Region region) {
        return withRegions(catalogue, put(catalogue.regions(), region, Region::id));
    }

    private static <T, I> List<T> put(List<T> all, T one, Function<T, I> id) {
        var next = new ArrayList<>(all);
        next.replaceAll(before -> id.apply(before).equals(id.apply(one)) ? one : before);
        if (!next.contains(one)) {
            next.add(one);
        }
        return next;
    }

    /// The position after all of these.
    static <T> int last(List<T> neighbours, Function<T, Integer> position) {
        return neighbours.stream()
                .map(position)
                .max(Integer::compare)
                .map(most -> most + 1)
                .orElse(0);
    }

    static Catalogue retired(Catalogue catalogue, Component component, boolean retired, Instant now) {
        return put(
                catalogue,
                new Component(
                        component.id(),
                        component.group(),
                        component.name(),
                        component.description(),
                        component.position(),
                        component.regions(),
                        component.startDate(),
                        component.showUptime(),
                        retired,
                        component.createdAt(),
                        now));
    }

    /// Takes the group away; what is in it moves to where the group stood, behind what is there.
    static Catalogue without(Catalogue catalogue, Group group, Instant now) {
        var components = new ArrayList<Component>();
        var place = last(catalogue.componentsIn(group.parent()), Component::position);
        for (var component : catalogue.components()) {
            components.add(
                    component.group().equals(Optional.of(group.id()))
                            ? lifted(component, group.parent(), place++, now)
                            : component);
        }
        var groups = new ArrayList<Group>();
        var stand = last(catalogue.groupsIn(group.parent()), Group::position);
        for (var one : catalogue.groups()) {
            if (one.parent().equals(Optional.of(group.id()))) {
                groups.add(new Group(
                        one.id(), group.parent(), one.name(), one.description(), stand++, one.createdAt(), now));
            } else if (!one.id().equals(group.id())) {
                groups.add(one);
            }
        }
        return new Catalogue(groups, components, catalogue.regions());
    }

    private static Component lifted(Component component, Optional<GroupId> group, int position, Instant now) {
        return new Component(
                component.id(),
                group,
                component.name(),
                component.description(),
                position,
                component.regions(),
                component.startDate(),
                component.showUptime(),
                component.retired(),
                component.createdAt(),
                now);
    }

    /// Only where nothing runs any more: a component's states belong to its regions.
    static Catalogue without(Catalogue catalogue, RegionId region) {
        if (catalogue.components().stream()
                .anyMatch(component -> component.regions().contains(region))) {
            throw new Refused.Conflict(
                    "Components still run in this region, retired ones counted. Take them out first.");
        }
        return withRegions(
                catalogue,
                catalogue.regions().stream()
                        .filter(one -> !one.id().equals(region))
                        .toList());
    }
}
