package dev.allclear.channels.inbound;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A `Content-Type`: `multipart/report` with its parameters, names in small letters.
record MediaType(String name, Map<String, String> parameters) {

    private static final MediaType PLAIN = new MediaType("text/plain", Map.of());
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([A-Za-z0-9_-]++)\\s*+=\\s*+(?:\"([^\"]{0,200}+)\"|([^\\s;\"]{1,200}+))");

    static MediaType read(String written) {
        var end = written.indexOf(';');
        var name = (end < 0 ? written : written.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return PLAIN;
        }
        var parameters = new HashMap<String, String>();
        var found = PARAMETER.matcher(written);
        while (found.find()) {
            var quoted = found.group(2);
            parameters.putIfAbsent(found.group(1).toLowerCase(Locale.ROOT), quoted == null ? found.group(3) : quoted);
        }
        return new MediaType(name, parameters);
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean isMultipart() {
        return name.startsWith("multipart/") && !parameter("boundary").isEmpty();
    }

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
