package dev.allclear.edge;

import java.util.Locale;
import java.util.Set;

/// Where an address leads: to a page and a path on it, past all pages, or nowhere.
sealed interface Place {

    /// @param rest the path from the page's own root, beginning with a slash
    record OnPage(Shown shown, String rest) implements Place {}

    /// No page is there, but something else may be.
    record Elsewhere() implements Place {}

    record UnknownHost() implements Place {}

    Place ELSEWHERE = new Elsewhere();

    Place UNKNOWN_HOST = new UnknownHost();

    /// @param hosts names that the installation has besides its pages' own; empty for any name
    static Place of(Directory directory, Set<String> hosts, String hostHeader, String path) {
        var standard = directory.standard();
        if (directory.hasHosts() || !hosts.isEmpty()) {
            var host = name(hostHeader);
            var own = directory.byHost(host);
            if (own == null && !hosts.isEmpty() && !hosts.contains(host)) {
                return UNKNOWN_HOST;
            }
            standard = own == null ? standard : own;
        }
        if (path.startsWith("/p/")) {
            return bySlug(directory, path);
        }
        return standard == null ? ELSEWHERE : new OnPage(standard, path);
    }

    private static Place bySlug(Directory directory, String path) {
        var end = path.indexOf('/', 3);
        var shown = directory.bySlug(end < 0 ? path.substring(3) : path.substring(3, end));
        return shown == null ? ELSEWHERE : new OnPage(shown, end < 0 ? "/" : path.substring(end));
    }

    /// The host without its port, in small letters.
    private static String name(String hostHeader) {
        var port =
                hostHeader.startsWith("[") ? hostHeader.indexOf(':', hostHeader.indexOf(']')) : hostHeader.indexOf(':');
        return (port < 0 ? hostHeader : hostHeader.substring(0, port)).toLowerCase(Locale.ROOT);
    }
}
