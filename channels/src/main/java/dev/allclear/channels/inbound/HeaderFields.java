package dev.allclear.channels.inbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The fields of a header, or of a report that is written like one; forgiving, since few reports keep to the letter.
record HeaderFields(Map<String, List<String>> values) {

    private static final int MOST_FIELDS = 500;
    private static final int LONGEST_VALUE = 8_000;

    /// Lines that begin with a blank go on with the one before (RFC 5322, 2.2.3); lines without a name are passed over.
    static HeaderFields read(String block) {
        var fields = new Folded();
        block.lines().limit(10_000).forEach(fields::line);
        return new HeaderFields(fields.done());
    }

    private static final class Folded {
        private final Map<String, List<String>> values = new HashMap<>();
        private final StringBuilder value = new StringBuilder();
        private String name = "";
        private int count;

        void line(String line) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                if (value.length() + line.length() < LONGEST_VALUE) {
                    value.append(' ').append(line.strip());
                }
                return;
            }
            end();
            var colon = line.indexOf(':');
            name = colon < 1 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            value.setLength(0);
            var written = line.substring(colon + 1).strip();
            value.append(written, 0, Math.min(written.length(), LONGEST_VALUE));
        }

        private void end() {
            if (!name.isEmpty() && count++ < MOST_FIELDS) {
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.toString());
            }
        }

        Map<String, List<String>> done() {
            end();
            return values;
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// The first field of that name, given in small letters.
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    String get(String name) {
        return first(name).orElse("");
    }
}
