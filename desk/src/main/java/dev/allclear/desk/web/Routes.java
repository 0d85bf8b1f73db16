package dev.allclear.desk.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The one place where routes are registered: what isn't in here can't be reached.
public final class Routes {

    private record Entry(Route route, PathPattern pattern) {}

    private final List<Surface> surfaces;
    private final List<Entry> entries;

    public Routes(List<Surface> surfaces) {
        this.surfaces = List.copyOf(surfaces);
        this.entries = surfaces.stream()
                .flatMap(surface -> surface.routes().stream())
                .map(route -> new Entry(route, PathPattern.of(route.path())))
                .sorted(Comparator.comparingLong(entry -> entry.pattern().variables()))
                .toList();
        refuseDoubles();
        refuseOutsiders();
    }

    private void refuseDoubles() {
        var seen = new HashSet<String>();
        for (var route : all()) {
            if (!seen.add(route.toString())) {
                throw new IllegalArgumentException("registered twice: " + route);
            }
        }
    }

    private void refuseOutsiders() {
        for (var surface : surfaces) {
            for (var route : surface.routes()) {
                if (surface.prefixes().stream().noneMatch(prefix -> isUnder(prefix, route.path()))) {
                    throw new IllegalArgumentException(route + " lies outside of " + surface.prefixes());
                }
            }
        }
    }

    /// Every route there is, for tests that try each of them as everybody.
    public List<Route> all() {
        return entries.stream().map(Entry::route).toList();
    }

    /// Whether the path is one of ours, also where nothing is there.
    ///
    /// @param path as it came, with a page's prefix or without
    public boolean owns(String path) {
        return surface(Tenants.withoutPrefix(path)).isPresent();
    }

    /// Whose path it is; the longest prefix wins.
    Optional<Surface> surface(String path) {
        Surface found = null;
        var longest = -1;
        for (var surface : surfaces) {
            for (var prefix : surface.prefixes()) {
                if (isUnder(prefix, path) && prefix.length() > longest) {
                    found = surface;
                    longest = prefix.length();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isUnder(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /// What a path and a method lead to.
    sealed interface Match {

        record Found(Route route, Map<String, String> variables) implements Match {}

        record WrongVerb(Set<Verb> allowed) implements Match {}

        record Nothing() implements Match {}
    }

    /// @param path its decoded segments
    Match match(Optional<Verb> verb, List<String> path) {
        var allowed = new TreeSet<Verb>();
        for (var entry : entries) {
            var variables = entry.pattern().match(path);
            if (variables.isPresent()) {
                if (verb.filter(wanted -> wanted == entry.route().verb()).isPresent()) {
                    return new Match.Found(entry.route(), variables.get());
                }
                allowed.add(entry.route().verb());
            }
        }
        return allowed.isEmpty() ? new Match.Nothing() : new Match.WrongVerb(allowed);
    }
}
