package dev.allclear.edge.live;

import org.jspecify.annotations.Nullable;

/// Reads a query of plain words. Whatever is encoded in it stays so: neither numbers nor names of ours need that, and
/// what isn't decoded can't be decoded wrongly.
public final class Query {

    private Query() {}

    /// @return the first value of that name; null when there is none
    public static @Nullable String parameter(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        var at = query.startsWith(name + "=") ? 0 : query.indexOf("&" + name + "=") + 1;
        if (at == 0 && !query.startsWith(name + "=")) {
            return null;
        }
        var start = at + name.length() + 1;
        var end = query.indexOf('&', start);
        return query.substring(start, end < 0 ? query.length() : end);
    }
}
