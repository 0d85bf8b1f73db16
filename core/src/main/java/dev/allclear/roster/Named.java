package dev.allclear.roster;

import dev.allclear.Refused;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds parts of one sort by what a file calls them: by id, or by name in any case.
///
/// @param what `component`
/// @param byName in small letters; empty where several have the name
/// @param names as the desk writes them, for saying what there is
record Named<T>(String what, Map<String, T> byId, Map<String, Optional<T>> byName, List<String> names) {

    private static final int TOLD = 12;
    private static final Pattern CLEAR = Pattern.compile("[;|\\n]");
    private static final Pattern COMMA = Pattern.compile(",");

    static Named<ComponentId> components(Catalogue catalogue) {
        return of("component", catalogue.components(), Component::id, ComponentId::value, Component::name);
    }

    static Named<GroupId> groups(Catalogue catalogue) {
        return of("group", catalogue.groups(), Group::id, GroupId::value, Group::name);
    }

    static Named<RegionId> regions(Catalogue catalogue) {
        return of("region", catalogue.regions(), Region::id, RegionId::value, Region::name);
    }

    private static <P, T> Named<T> of(
            String what, List<P> parts, Function<P, T> id, Function<T, String> text, Function<P, String> name) {
        var byId = new HashMap<String, T>();
        var byName = new LinkedHashMap<String, Optional<T>>();
        for (var part : parts) {
            byId.put(text.apply(id.apply(part)), id.apply(part));
            byName.merge(plain(name.apply(part)), Optional.of(id.apply(part)), (_, _) -> Optional.empty());
        }
        return new Named<>(what, byId, byName, parts.stream().map(name).toList());
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// By ids where the file has ids that we know; by names otherwise, since ids of another installation mean nothing.
    ///
    /// @return empty when neither column says anything
    Optional<Set<T>> read(Line line, Column names, Column ids) {
        var known = values(line.get(ids)).stream().filter(byId::containsKey).toList();
        if (line.says(ids) && (known.size() == values(line.get(ids)).size() || !line.says(names))) {
            return Optional.of(all(ids, values(line.get(ids))));
        }
        return line.says(names) ? Optional.of(named(names, line.get(names))) : Optional.empty();
    }

    private Set<T> named(Column column, String cell) {
        // A name may hold what parts names elsewhere.
        return byName.containsKey(plain(cell)) ? all(column, List.of(cell)) : all(column, values(cell));
    }

    /// Parted by semicolons, bars or line ends; by commas only where there is none of those.
    static List<String> values(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        var between = CLEAR.matcher(cell).find() ? CLEAR : COMMA;
        return Arrays.stream(between.split(cell, -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Set<T> all(Column column, List<String> values) {
        return values.stream().map(value -> one(column, value)).collect(Collectors.toSet());
    }

    private T one(Column column, String value) {
        var id = byId.get(value);
        if (id != null) {
            return id;
        }
        var found = byName.get(plain(value));
        if (found == null) {
            throw new Refused.Invalid(column.head(), "There is no such " + what + " here. " + known());
        }
        return found.orElseThrow(
                () -> new Refused.Invalid(column.head(), "Several have this name: say which " + what + " by its id."));
    }

    private String known() {
        if (names.isEmpty()) {
            return "There is none at all: leave it blank.";
        }
        return "There are: " + String.join(", ", names.stream().limit(TOLD).toList())
                + (names.size() > TOLD ? " and %,d more.".formatted(names.size() - TOLD) : ".");
    }
}
