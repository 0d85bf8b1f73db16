package dev.allclear.desk.console.catalogue;

import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/// Moves one among its neighbours a place up or down. All of them are numbered anew, so that doubles and gaps left by
/// imports don't make a move go astray.
final class Order {

    private Order() {}

    static Catalogue moved(Catalogue catalogue, Component one, boolean up, Instant now) {
        var neighbours = moved(
                catalogue.componentsIn(one.group()),
                one,
                up,
                (component, position) -> new Component(
                        component.id(),
                        component.group(),
                        component.name(),
                        component.description(),
                        position,
                        component.regions(),
                        component.startDate(),
                        component.showUptime(),
                        component.retired(),
                        component.createdAt(),
                        now));
        return Edits.withComponents(
                catalogue,
                catalogue.components().stream()
                        .map(before ->
                                Edits.sameIn(neighbours, after -> after.id().equals(before.id()), before))
                        .toList());
    }

    static Catalogue moved(Catalogue catalogue, Group one, boolean up, Instant now) {
        var neighbours = moved(
                catalogue.groupsIn(one.parent()),
                one,
                up,
                (group, position) -> new Group(
                        group.id(),
                        group.parent(),
                        group.name(),
                        group.description(),
                        position,
                        group.createdAt(),
                        now));
        return Edits.withGroups(
                catalogue,
                catalogue.groups().stream()
                        .map(before ->
                                Edits.sameIn(neighbours, after -> after.id().equals(before.id()), before))
                        .toList());
    }

    static Catalogue moved(Catalogue catalogue, Region one, boolean up) {
        return Edits.withRegions(
                catalogue,
                moved(
                        catalogue.regions(),
                        one,
                        up,
                        (region, position) -> new Region(region.id(), region.name(), position)));
    }

    private static <T> List<T> moved(List<T> neighbours, T one, boolean up, BiFunction<T, Integer, T> placed) {
        var order = new ArrayList<>(neighbours);
        var from = order.indexOf(one);
        var to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
        }
        var numbered = new ArrayList<T>();
        for (var position = 0; position < order.size(); position++) {
            numbered.add(placed.apply(order.get(position), position));
        }
        return numbered;
    }
}
