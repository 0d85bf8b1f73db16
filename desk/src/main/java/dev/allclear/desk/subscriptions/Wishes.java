package dev.allclear.desk.subscriptions;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.status.Catalogue;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import dev.allclear.status.RegionId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody chose in the form: fields `scope` (`all` or `parts`), `part`, `region`, `kind`, `language`, `zone`.
///
/// @param zone what the browser said; empty when it is none that we know
record Wishes(Choice choice, Language language, Optional<ZoneId> zone) {

    static Wishes read(Parameters typed, Catalogue catalogue, Faults faults) {
        var kinds = Arrays.stream(Choice.Kind.values())
                .filter(kind -> typed.all("kind").contains(kind.key()))
                .collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            faults.add("kind", "Choose at least one kind of news.");
        }
        var choice = typed.get("scope").equals("parts") ? parts(typed, catalogue, kinds, faults) : everything(kinds);
        var language = language(typed.get("language"));
        if (language.isEmpty()) {
            faults.add("language", "Choose one of the languages.");
        }
        return new Wishes(choice, language.orElse(Language.ENGLISH), zone(typed.get("zone")));
    }

    private static Choice everything(Set<Choice.Kind> kinds) {
        return new Choice(Set.of(), Set.of(), Set.of(), kinds);
    }

    private static Choice parts(Parameters typed, Catalogue catalogue, Set<Choice.Kind> kinds, Faults faults) {
        var components = ids(typed.all("part"), Parts.COMPONENT, ComponentId::new);
        var groups = ids(typed.all("part"), Parts.GROUP, GroupId::new);
        var regions = ids(typed.all("region"), "", RegionId::new);
        var choosesAllRegions = regions.size() == catalogue.regions().size();
        if (!catalogue.regions().isEmpty() && regions.isEmpty()) {
            faults.add("region", "Choose at least one region, or everything.");
        }
        if (components.isEmpty() && groups.isEmpty() && choosesAllRegions) {
            faults.add("part", "Choose at least one component, or everything.");
        }
        // All regions are kept as "all", so that one that is added later counts too.
        return new Choice(components, groups, choosesAllRegions ? Set.of() : regions, kinds);
    }

    private static <T> Set<T> ids(List<String> values, String prefix, Function<String, T> constructor) {
        return values.stream()
                .filter(value -> value.startsWith(prefix))
                .map(value -> value.substring(prefix.length()))
                .flatMap(value -> known(value, constructor))
                .collect(Collectors.toSet());
    }

    /// What was never on our form is left out: nobody who used it chose that.
    private static <T> Stream<T> known(String value, Function<String, T> constructor) {
        try {
            return Stream.of(constructor.apply(value));
        } catch (Refused.NotFound neverGivenOut) {
            return Stream.empty();
        }
    }

    private static Optional<Language> language(String typed) {
        return Languages.ALL.stream()
                .filter(language -> language.tag().equals(typed))
                .findFirst();
    }

    private static Optional<ZoneId> zone(String typed) {
        return ZoneId.getAvailableZoneIds().contains(typed) ? Optional.of(ZoneId.of(typed)) : Optional.empty();
    }

    /// The form as it would have been filled in to choose this.
    static Parameters filled(Choice choice, Language language, Catalogue catalogue) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("scope", List.of(choice.isEverything() ? "all" : "parts"));
        fields.put(
                "part",
                Stream.concat(
                                choice.groups().stream().map(group -> Parts.GROUP + group.value()),
                                choice.components().stream().map(component -> Parts.COMPONENT + component.value()))
                        .toList());
        fields.put(
                "region",
                catalogue.regions().stream()
                        .map(region -> region.id())
                        .filter(region ->
                                choice.regions().isEmpty() || choice.regions().contains(region))
                        .map(RegionId::value)
                        .toList());
        fields.put("kind", choice.kinds().stream().map(Choice.Kind::key).toList());
        fields.put("language", List.of(language.tag()));
        return Parameters.of(fields);
    }

    static Parameters filled(Subscriber subscriber, Catalogue catalogue) {
        return filled(subscriber.choice(), subscriber.language(), catalogue);
    }
}
