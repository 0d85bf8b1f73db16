package dev.allclear.desk.console.catalogue;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The form of one component: `name`, `description`, `group`, `region`, `startDate`, `showUptime`.
record ComponentForm(
        String name,
        String description,
        Optional<GroupId> group,
        List<RegionId> regions,
        LocalDate startDate,
        boolean showUptime) {

    static final List<String> FIELDS = List.of("name", "description", "group", "region", "startDate");

    static Parameters empty(LocalDate today, String group) {
        return Parameters.of(
                Map.of("group", List.of(group), "startDate", List.of(today.toString()), "showUptime", List.of("yes")));
    }

    static Parameters filled(Component component) {
        var fields = new HashMap<String, List<String>>();
        fields.put("name", List.of(component.name()));
        fields.put("description", List.of(component.description()));
        fields.put("group", List.of(component.group().map(GroupId::value).orElse("")));
        fields.put("region", component.regions().stream().map(RegionId::value).toList());
        fields.put("startDate", List.of(component.startDate().toString()));
        fields.put("showUptime", component.showUptime() ? List.of("yes") : List.of());
        return Parameters.of(fields);
    }

    static ComponentForm read(Parameters typed, Catalogue catalogue) {
        var faults = new Faults();
        var name = faults.read(() -> Text.line("name", typed.get("name"), 120));
        var description = faults.read(() -> Text.optionalProse("description", typed.get("description"), 500));
        var startDate = faults.read(() -> date(typed.get("startDate")));
        var group = typed.filled("group");
        if (group.isPresent()
                && catalogue.groups().stream().noneMatch(one -> one.id().value().equals(group.get()))) {
            faults.add("group", "This group is gone. Choose another.");
        }
        var regions = typed.all("region");
        if (!catalogue.regions().stream()
                .map(region -> region.id().value())
                .toList()
                .containsAll(regions)) {
            faults.add("region", "One of these regions is gone. Look again.");
        }
        faults.refuseIfAny();
        return new ComponentForm(
                name.orElseThrow(),
                description.orElseThrow(),
                group.map(GroupId::new),
                regions.stream().map(RegionId::new).toList(),
                startDate.orElseThrow(),
                typed.has("showUptime"));
    }

    private static LocalDate date(String typed) {
        try {
            var date = LocalDate.parse(typed);
            if (date.getYear() >= 1990 && date.getYear() < 3000) {
                return date;
            }
        } catch (DateTimeParseException unreadable) {
            // Said below, as for a year that nobody means.
        }
        throw new Refused.Invalid("startDate", "This should be a day such as 2026-03-01.");
    }

    Component added(ComponentId id, Catalogue catalogue, Instant now) {
        return new Component(
                id, group, name, description, last(catalogue), regions, startDate, showUptime, false, now, now);
    }

    /// Stays at its place unless it moves to another group.
    Component changed(Component before, Catalogue catalogue, Instant now) {
        return new Component(
                before.id(),
                group,
                name,
                description,
                group.equals(before.group()) ? before.position() : last(catalogue),
                regions,
                startDate,
                showUptime,
                before.retired(),
                before.createdAt(),
                now);
    }

    private int last(Catalogue catalogue) {
        return Edits.last(catalogue.componentsIn(group), Component::position);
    }
}
