package dev.allclear.status;

import dev.allclear.Refused;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything of one page that can have a state: the tree of groups and components, and the regions.
///
/// Always a tree: no group is its own ancestor, and nothing hangs from a group that isn't there.
public record Catalogue(List<Group> groups, List<Component> components, List<Region> regions) {

    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of());

    public Catalogue {
        groups = groups.stream()
                .sorted(Comparator.comparingInt(Group::position).thenComparing(Group::name))
                .toList();
        components = components.stream()
                .sorted(Comparator.comparingInt(Component::position).thenComparing(Component::name))
                .toList();
        regions = regions.stream()
                .sorted(Comparator.comparingInt(Region::position).thenComparing(Region::name))
                .toList();
        refuseLooseEnds(groups, components, regions);
    }

    private static void refuseLooseEnds(List<Group> groups, List<Component> components, List<Region> regions) {
        var parents = groups.stream().collect(Collectors.toMap(Group::id, Group::parent));
        for (var group : groups) {
            var seen = new HashSet<GroupId>();
            var above = Optional.of(group.id());
            while (above.isPresent()) {
                if (!seen.add(above.get())) {
                    throw new Refused.Invalid("parent", "A group can't stand inside itself.");
                }
                above = Optional.ofNullable(parents.get(above.get())).orElseThrow(Catalogue::unknownGroup);
            }
        }
        var regionIds = regions.stream().map(Region::id).collect(Collectors.toSet());
        for (var component : components) {
            if (component.group().isPresent()
                    && !parents.containsKey(component.group().get())) {
                throw unknownGroup();
            }
            if (!regionIds.containsAll(component.regions())) {
                throw new Refused.Invalid("regions", "There is no such region on this page.");
            }
        }
    }

    /// Refuses a change that gives two neighbours, or two regions, one name: nobody could tell them apart. Twins that
    /// were there before, from an import, may stay.
    public void mustAddNoTwin(Catalogue before) {
        refuseNew(twins(regions, Region::name), twins(before.regions, Region::name), "region on this page");
        refuseNew(componentTwins(), before.componentTwins(), "component in this place");
        refuseNew(groupTwins(), before.groupTwins(), "group in this place");
    }

    private static void refuseNew(Set<List<Object>> twins, Set<List<Object>> before, String what) {
        if (!before.containsAll(twins)) {
            throw new Refused.Invalid("name", "There is another " + what + " with this name. Choose a different one.");
        }
    }

    private Set<List<Object>> componentTwins() {
        return twins(active().toList(), component -> component.group(), Component::name);
    }

    private Set<List<Object>> groupTwins() {
        return twins(groups, group -> group.parent(), Group::name);
    }

    private static <T> Set<List<Object>> twins(List<T> all, Function<T, String> name) {
        return twins(all, _ -> "", name);
    }

    /// The names that several in the same place have, each with the place.
    private static <T> Set<List<Object>> twins(List<T> all, Function<T, Object> place, Function<T, String> name) {
        var seen = new HashSet<List<Object>>();
        return all.stream()
                .map(one -> List.of(place.apply(one), name.apply(one).toLowerCase(Locale.ROOT)))
                .filter(named -> !seen.add(named))
                .collect(Collectors.toSet());
    }

    private static Refused unknownGroup() {
        return new Refused.Invalid("group", "There is no such group on this page.");
    }

    public List<Group> groupsIn(Optional<GroupId> parent) {
        return groups.stream().filter(group -> group.parent().equals(parent)).toList();
    }

    public List<Component> componentsIn(Optional<GroupId> group) {
        return active().filter(component -> component.group().equals(group)).toList();
    }

    /// The components that are part of the service today.
    public Stream<Component> active() {
        return components.stream().filter(component -> !component.retired());
    }

    /// All components of a group and of the groups inside it.
    public Stream<Component> allWithin(GroupId group) {
        return Stream.concat(
                componentsIn(Optional.of(group)).stream(),
                groupsIn(Optional.of(group)).stream().flatMap(inner -> allWithin(inner.id())));
    }

    public Optional<Component> component(ComponentId id) {
        return components.stream()
                .filter(component -> component.id().equals(id))
                .findFirst();
    }

    public Optional<Group> group(GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<Region> region(RegionId id) {
        return regions.stream().filter(region -> region.id().equals(id)).findFirst();
    }

    /// The groups above a component, outermost first.
    public List<Group> pathTo(Component component) {
        return Stream.iterate(
                        component.group().flatMap(this::group),
                        Optional::isPresent,
                        above -> above.flatMap(Group::parent).flatMap(this::group))
                .map(Optional::orElseThrow)
                .toList()
                .reversed();
    }

    /// Refuses areas that name a component or region that isn't here.
    public void mustHold(String field, Iterable<Area> areas) {
        Map<ComponentId, Component> known =
                components.stream().collect(Collectors.toMap(Component::id, Function.identity()));
        for (var area : areas) {
            var component = known.get(area.component());
            if (component == null) {
                throw new Refused.Invalid(field, "There is no such component on this page.");
            }
            if (area.region().isPresent()
                    && !component.regions().contains(area.region().get())) {
                throw new Refused.Invalid(field, component.name() + " does not run in that region.");
            }
        }
    }
}
