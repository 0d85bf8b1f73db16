package dev.allclear.desk.console.catalogue;

import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of the tree of components as the desk shows it, with the state it is in now.
public sealed interface Node {

    /// @param depth 0 at the top
    record OfGroup(Group group, State state, int depth, boolean first, boolean last, List<Node> inside)
            implements Node {
        /// h2 at the top, and no deeper than h6.
        public int level() {
            return Math.min(6, depth + 2);
        }
    }

    /// @param cells one per region; empty where regions don't apply
    record OfComponent(Component component, State state, List<Cell> cells, boolean first, boolean last)
            implements Node {}

    /// A component in one region.
    ///
    /// @param id of the region
    record Cell(String id, String region, State state) {}

    static List<Node> tree(Catalogue catalogue, Board board) {
        return in(Optional.empty(), 0, catalogue, board);
    }

    /// Components before groups, as on the page.
    private static List<Node> in(Optional<GroupId> parent, int depth, Catalogue catalogue, Board board) {
        var nodes = new ArrayList<Node>();
        var components = catalogue.componentsIn(parent);
        for (var component : components) {
            nodes.add(new OfComponent(
                    component,
                    board.of(component),
                    cells(component, catalogue, board),
                    component.equals(components.getFirst()),
                    component.equals(components.getLast())));
        }
        var groups = catalogue.groupsIn(parent);
        for (var group : groups) {
            nodes.add(new OfGroup(
                    group,
                    board.of(group),
                    depth,
                    group.equals(groups.getFirst()),
                    group.equals(groups.getLast()),
                    in(Optional.of(group.id()), depth + 1, catalogue, board)));
        }
        return List.copyOf(nodes);
    }

    private static List<Cell> cells(Component component, Catalogue catalogue, Board board) {
        return catalogue.regions().stream()
                .filter(region -> component.regions().contains(region.id()))
                .map(region ->
                        new Cell(region.id().value(), region.name(), board.of(Area.in(component.id(), region.id()))))
                .toList();
    }
}
