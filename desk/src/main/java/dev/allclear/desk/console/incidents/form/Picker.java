package dev.allclear.desk.console.incidents.form;

import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The tree of components in which people tick what is hit.
///
/// @param searchable whether there are so many that one wants to search
public record Picker(List<Branch> branches, boolean searchable) {

    private static final int MANY = 15;

    /// One group, with the groups inside it.
    public record Branch(String id, String name, List<Row> rows, List<Branch> inside) {
        boolean isEmpty() {
            return rows.isEmpty() && inside.isEmpty();
        }

        Stream<Row> all() {
            return Stream.concat(rows.stream(), inside.stream().flatMap(Branch::all));
        }

        Branch without(Set<Row> others) {
            var rest = rows.stream().filter(row -> !others.contains(row)).toList();
            var deeper = inside.stream()
                    .map(branch -> branch.without(others))
                    .filter(branch -> !branch.isEmpty())
                    .toList();
            return new Branch(id, name, rest, deeper);
        }
    }

    /// One component.
    ///
    /// @param words by which it is found: its name and those of its groups
    /// @param picked the state that is chosen for it
    /// @param now the state that it is in
    public record Row(
            String id, String name, String words, boolean ticked, State picked, State now, List<Place> places) {}

    /// The component in one region.
    public record Place(String key, String name, boolean ticked) {}

    /// @param without components that the form shows elsewhere
    public static Picker of(Catalogue catalogue, Board board, Parameters typed, Set<Area> without) {
        var tree = new Tree(catalogue, board, typed, without);
        var loose = new Branch("others", "Others", tree.rows(Optional.empty()), List.of());
        var branches = Stream.concat(tree.inside(Optional.empty()).stream(), Stream.of(loose))
                .filter(branch -> !branch.isEmpty())
                .toList();
        return new Picker(branches, catalogue.active().count() >= MANY);
    }

    /// With a branch in front of all others for those that are likely to be hit; as it is where there are few.
    public Picker likelyFirst(Predicate<String> isLikely) {
        if (!searchable) {
            return this;
        }
        var likely = branches.stream()
                .flatMap(Branch::all)
                .filter(row -> row.ticked() || row.now().worseThan(State.UNKNOWN) || isLikely.test(row.name()))
                .toList();
        if (likely.isEmpty()) {
            return this;
        }
        var rest = branches.stream()
                .map(branch -> branch.without(Set.copyOf(likely)))
                .filter(branch -> !branch.isEmpty());
        var first = Stream.of(new Branch("likely", "Likely", likely, List.of()));
        return new Picker(Stream.concat(first, rest).toList(), searchable);
    }

    private record Tree(Catalogue catalogue, Board board, Parameters typed, Set<Area> without) {

        List<Branch> inside(Optional<GroupId> parent) {
            return catalogue.groupsIn(parent).stream()
                    .map(group -> new Branch(
                            group.id().value(),
                            group.name(),
                            rows(Optional.of(group.id())),
                            inside(Optional.of(group.id()))))
                    .filter(branch -> !branch.isEmpty())
                    .toList();
        }

        List<Row> rows(Optional<GroupId> group) {
            return catalogue.componentsIn(group).stream()
                    .filter(component -> !without.contains(Area.whole(component.id())))
                    .map(this::row)
                    .toList();
        }

        private Row row(Component component) {
            var id = component.id().value();
            var picked = AreaFields.BAD.stream()
                    .filter(state -> state.key().equals(typed.get("state-" + id)))
                    .findFirst()
                    .orElse(State.PARTIAL_OUTAGE);
            var groups = catalogue.pathTo(component).stream().map(Group::name).toList();
            var words = component.name() + " " + String.join(" ", groups);
            var ticked = AreaFields.isTicked(typed, component);
            return new Row(id, component.name(), words, ticked, picked, board.of(component), places(component));
        }

        private List<Place> places(Component component) {
            return catalogue.regions().stream()
                    .filter(region -> component.regions().contains(region.id()))
                    .map(region -> Area.in(component.id(), region.id()))
                    .map(area -> new Place(
                            AreaFields.key(area),
                            area.region()
                                    .flatMap(catalogue::region)
                                    .orElseThrow()
                                    .name(),
                            typed.all("area").contains(AreaFields.key(area))))
                    .toList();
        }
    }
}
