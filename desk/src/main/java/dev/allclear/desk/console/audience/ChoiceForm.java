package dev.allclear.desk.console.audience;

import dev.allclear.Refused;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Tag;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
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

/// What somebody hears of, and in which language and zone: `kind`, `choice` (`everything` or `some`), `group`,
/// `component`, `region`, `language`, `zone` (`page` for the page's).
record ChoiceForm(Choice choice, Language language, Optional<ZoneId> zone) {

    static final String PAGES_ZONE = "page";

    static Parameters usual(Language language) {
        return Parameters.of(Map.of(
                "kind", List.of("incidents", "maintenance"),
                "choice", List.of("everything"),
                "language", List.of(language.tag()),
                "zone", List.of(PAGES_ZONE),
                "proof", List.of("ask")));
    }

    static Parameters filled(Subscriber subscriber) {
        var choice = subscriber.choice();
        var fields = new HashMap<String, List<String>>();
        fields.put("kind", choice.kinds().stream().map(Choice.Kind::key).toList());
        fields.put("choice", List.of(choice.isEverything() ? "everything" : "some"));
        fields.put("group", choice.groups().stream().map(GroupId::value).toList());
        fields.put(
                "component",
                choice.components().stream().map(ComponentId::value).toList());
        fields.put("region", choice.regions().stream().map(RegionId::value).toList());
        fields.put("language", List.of(subscriber.language().tag()));
        fields.put(
                "tags",
                List.of(subscriber.tags().stream().sorted().map(Tag::word).collect(Collectors.joining(", "))));
        fields.put("zone", List.of(subscriber.zone().map(ZoneId::getId).orElse(PAGES_ZONE)));
        return Parameters.of(fields);
    }

    static ChoiceForm read(Parameters typed, Catalogue catalogue, Faults faults) {
        var kinds = Arrays.stream(Choice.Kind.values())
                .filter(kind -> typed.all("kind").contains(kind.key()))
                .collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            faults.add("kind", "Tick at least one of the two.");
        }
        var choice = typed.get("choice").equals("some")
                ? some(typed, catalogue, kinds, faults)
                : new Choice(Set.of(), Set.of(), Set.of(), kinds);
        var language = Languages.ALL.stream()
                .filter(one -> one.tag().equals(typed.get("language")))
                .findFirst();
        if (language.isEmpty()) {
            faults.add("language", "Choose one of the languages.");
        }
        var zone = typed.get("zone").equals(PAGES_ZONE)
                ? Optional.<ZoneId>empty()
                : faults.read(() -> Zones.named(typed.get("zone")));
        return new ChoiceForm(choice, language.orElse(Language.ENGLISH), zone);
    }

    private static Choice some(Parameters typed, Catalogue catalogue, Set<Choice.Kind> kinds, Faults faults) {
        var components = there(
                typed,
                "component",
                ComponentId::new,
                id -> catalogue.component(id).isPresent(),
                faults);
        var groups =
                there(typed, "group", GroupId::new, id -> catalogue.group(id).isPresent(), faults);
        var regions =
                there(typed, "region", RegionId::new, id -> catalogue.region(id).isPresent(), faults);
        if (components.isEmpty() && groups.isEmpty() && regions.isEmpty()) {
            faults.add("component", "Tick what they hear of, or choose everything.");
        }
        return new Choice(components, groups, regions, kinds);
    }

    private static <T> Set<T> there(
            Parameters typed, String field, Function<String, T> read, Function<T, Boolean> isThere, Faults faults) {
        try {
            var ids = typed.all(field).stream().map(read).collect(Collectors.toSet());
            if (ids.stream().allMatch(isThere::apply)) {
                return ids;
            }
        } catch (Refused.NotFound _) {
            // What was never given out names nothing either.
        }
        faults.add(field, "Something that you ticked is no longer there.");
        return Set.of();
    }
}
