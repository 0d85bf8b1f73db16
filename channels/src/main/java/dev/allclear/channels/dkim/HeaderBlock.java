package dev.allclear.channels.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The header fields of one mail, found by name, still as they are written.
final class HeaderBlock {

    private final Map<String, List<String>> fields = new HashMap<>();

    /// @param end where the headers end, the empty line included
    static HeaderBlock of(byte[] mail, int end) {
        var block = new HeaderBlock();
        var from = 0;
        for (var at = 1; at < end; at++) {
            if (mail[at] == '\n' && (at + 1 == end || !isBlank(mail[at + 1]))) {
                block.add(new String(mail, from, at + 1 - from, StandardCharsets.ISO_8859_1));
                from = at + 1;
            }
        }
        return block;
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == '\t';
    }

    private void add(String field) {
        var colon = field.indexOf(':');
        if (colon > 0) {
            var name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).addLast(field);
        }
    }

    int count(String name) {
        return all(name).size();
    }

    /// The nth from the bottom of those with that name, counted from 0: the order in which signatures name them.
    Optional<String> fromBottom(String name, int nth) {
        var all = all(name);
        return nth < all.size() ? Optional.of(all.get(all.size() - 1 - nth)) : Optional.empty();
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
