package dev.allclear.desk.api;

import dev.allclear.status.Area;
import dev.allclear.status.Board;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Components, groups and regions in the API.
final class CatalogueView {

    private CatalogueView() {}

    /// @param state the worst of its regions
    /// @param regions where it runs, each with its own state
    record ComponentView(
            String id,
            String name,
            String description,
            Optional<String> group,
            int position,
            String state,
            List<RegionStateView> regions,
            LocalDate startDate,
            boolean showUptime,
            boolean retired,
            Instant createdAt,
            Instant updatedAt) {}

    record RegionStateView(String region, String state) {}

    record GroupView(
            String id,
            String name,
            String description,
            Optional<String> parent,
            int position,
            String state,
            Instant createdAt,
            Instant updatedAt) {}

    record RegionView(String id, String name, int position) {}

    static ComponentView of(Component component, Board board) {
        return new ComponentView(
                component.id().value(),
                component.name(),
                component.description(),
                component.group().map(GroupId::value),
                component.position(),
                board.of(component).key(),
                component.regions().stream()
                        .map(region -> of(component, region, board))
                        .toList(),
                component.startDate(),
                component.showUptime(),
                component.retired(),
                component.createdAt(),
                component.updatedAt());
    }

    private static RegionStateView of(Component component, RegionId region, Board board) {
        return new RegionStateView(
                region.value(), board.of(Area.in(component.id(), region)).key());
    }

    static GroupView of(Group group, Board board) {
        return new GroupView(
                group.id().value(),
                group.name(),
                group.description(),
                group.parent().map(GroupId::value),
                group.position(),
                board.of(group).key(),
                group.createdAt(),
                group.updatedAt());
    }

    static RegionView of(Region region) {
        return new RegionView(region.id().value(), region.name(), region.position());
    }

    static List<RegionView> regions(Catalogue catalogue) {
        return catalogue.regions().stream().map(CatalogueView::of).toList();
    }
}
