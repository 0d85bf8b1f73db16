package dev.allclear.edge.statuspage;

import dev.allclear.incident.Severity;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicPage;
import dev.allclear.status.State;
import java.util.Locale;
import java.util.stream.Stream;

/// The state of the whole page in one word, from best to worst.
enum Indicator {
    NONE("All Systems Operational"),
    MAINTENANCE("Service Under Maintenance"),
    MINOR("Minor Service Outage"),
    MAJOR("Partial System Outage"),
    CRITICAL("Major Service Outage");

    private final String description;

    Indicator(String description) {
        this.description = description;
    }

    /// The worst of the components and of the open incidents.
    static Indicator of(PublicPage page) {
        return Stream.concat(
                        Stream.of(of(page.overall())),
                        page.open().stream().map(PublicIncident::severity).map(Indicator::of))
                .max(Indicator::compareTo)
                .orElseThrow();
    }

    private static Indicator of(State state) {
        return switch (state) {
            case OPERATIONAL -> NONE;
            case UNDER_MAINTENANCE -> MAINTENANCE;
            case UNKNOWN, DEGRADED_PERFORMANCE -> MINOR;
            case PARTIAL_OUTAGE -> MAJOR;
            case MAJOR_OUTAGE -> CRITICAL;
        };
    }

    private static Indicator of(Severity severity) {
        return switch (severity) {
            case NOTICE -> NONE;
            case MINOR -> MINOR;
            case MAJOR -> MAJOR;
            case CRITICAL -> CRITICAL;
        };
    }

    /// What it comes to in a few words, honest about how old the news is.
    String describe(PublicPage page) {
        if (!page.confirmed()) {
            return "Status not confirmed since " + page.asOf().toString().replaceFirst("(T..:..).*", "$1") + " UTC";
        }
        return this == MINOR && page.overall() == State.DEGRADED_PERFORMANCE
                ? "Partially Degraded Service"
                : description;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
