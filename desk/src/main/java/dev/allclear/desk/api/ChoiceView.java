package dev.allclear.desk.api;

import dev.allclear.audience.Choice;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What a subscriber wants to hear of, in the API: empty lists of parts mean all of them.
record ChoiceView(List<String> components, List<String> groups, List<String> regions, List<String> kinds) {

    static ChoiceView of(Choice choice) {
        return new ChoiceView(
                sorted(choice.components(), ComponentId::value),
                sorted(choice.groups(), GroupId::value),
                sorted(choice.regions(), RegionId::value),
                sorted(choice.kinds(), Choice.Kind::key));
    }

    private static <T> List<String> sorted(Collection<T> all, Function<T, String> name) {
        return all.stream().map(name).sorted().toList();
    }

    /// Reads the fields of a choice; what is missing stays as it was.
    static Choice read(Fields fields, Choice before) {
        var components = fields.maybe("components", name -> fields.ids(name, "component", ComponentId::new));
        var groups = fields.maybe("groups", name -> fields.ids(name, "group", GroupId::new));
        var regions = fields.maybe("regions", name -> fields.ids(name, "region", RegionId::new));
        var kinds = fields.maybe("kinds", name -> fields.someOf(name, Choice.Kind.values(), Choice.Kind::key));
        if (kinds.filter(List::isEmpty).isPresent()) {
            fields.wrong("kinds", "Choose at least one: incidents or maintenance.");
        }
        return new Choice(
                components.map(Set::copyOf).orElse(before.components()),
                groups.map(Set::copyOf).orElse(before.groups()),
                regions.map(Set::copyOf).orElse(before.regions()),
                kinds.map(Set::copyOf).orElse(before.kinds()));
    }
}
