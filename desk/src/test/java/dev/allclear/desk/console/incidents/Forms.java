package dev.allclear.desk.console.incidents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Forms as people at Fernhill fill them in.
public final class Forms {

    private Forms() {}

    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern AREA = Pattern.compile("<textarea [^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    /// What a browser without a script would send of a screen that nobody touched.
    public static Map<String, String> fields(String screen) {
        var fields = new HashMap<String, String>();
        INPUT.matcher(screen).results().map(found -> found.group(1)).forEach(input -> {
            var name = NAME.matcher(input);
            var value = VALUE.matcher(input);
            var isChoice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            if (name.find() && value.find() && (!isChoice || input.contains(" checked"))) {
                fields.put(name.group(1), plain(value.group(1)));
            }
        });
        AREA.matcher(screen).results().forEach(found -> fields.put(found.group(1), plain(found.group(2))));
        return fields;
    }

    private static String plain(String escaped) {
        return escaped.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /// Checkout is down, and the API is slow in Europe.
    public static Map<String, Object> declaration() {
        return new HashMap<>(Map.of(
                "area", List.of("checkout", "api", "api@europe"),
                "state-checkout", "major_outage",
                "state-api", "degraded_performance",
                "title", "Card payments fail",
                "text", "Buyers see an error when they pay by card.",
                "severity", "major",
                "nextUpdateIn", "30",
                "workaround", "none_yet",
                "cause", "unknown"));
    }

    /// Everything that an all-clear is asked for.
    public static Map<String, Object> allClear(String text) {
        return new HashMap<>(Map.of(
                "text", text,
                "worksAgain", "card payments work again",
                "reason", "A certificate of ours had expired.",
                "leftovers", "nothing",
                "next", "thanks"));
    }

    public static Map<String, Object> update() {
        return new HashMap<>(Map.of(
                "stage", "identified",
                "text", "A certificate has expired. We replace it.",
                "held", List.of("checkout", "api@europe"),
                "state-checkout", "partial_outage",
                "state-api@europe", "operational",
                "nextUpdateIn", "15"));
    }
}
