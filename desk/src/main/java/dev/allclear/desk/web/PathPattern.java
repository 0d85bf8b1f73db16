package dev.allclear.desk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with `{names}` for single segments: `/incidents/{id}/updates`.
///
/// @param segments without slashes
record PathPattern(List<String> segments) {

    static PathPattern of(String written) {
        if (!written.startsWith("/") || (written.length() > 1 && written.endsWith("/"))) {
            throw new IllegalArgumentException("a path begins with a slash and ends without: " + written);
        }
        return new PathPattern(split(written));
    }

    static List<String> split(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    /// The values of the variables; empty when the path is another one.
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (var i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (isVariable(segment)) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(variables));
    }

    /// Fixed words win over variables: `/drafts/new` before `/drafts/{id}`.
    long variables() {
        return segments.stream().filter(PathPattern::isVariable).count();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
