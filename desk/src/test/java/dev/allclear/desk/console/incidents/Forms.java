package dev.allclear.desk.console.incidents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Forms as people at Fernhill fill them in.
final class Forms {

    private Forms() {}

    /// Checkout is down, and the API is slow in Europe.
    static Map<String, Object> declaration() {
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
    static Map<String, Object> allClear(String text) {
        return new HashMap<>(Map.of(
                "text", text,
                "worksAgain", "card payments work again",
                "reason", "A certificate of ours had expired.",
                "leftovers", "nothing",
                "next", "thanks"));
    }

    static Map<String, Object> update() {
        return new HashMap<>(Map.of(
                "stage", "identified",
                "text", "A certificate has expired. We replace it.",
                "held", List.of("checkout", "api@europe"),
                "state-checkout", "partial_outage",
                "state-api@europe", "operational",
                "nextUpdateIn", "15"));
    }
}
