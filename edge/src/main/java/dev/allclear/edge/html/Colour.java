package dev.allclear.edge.html;

import dev.allclear.incident.Severity;
import dev.allclear.status.State;

/// The class names by which states and severities get colour and shape; they are Statuspage's, which others scrape.
public final class Colour {

    private Colour() {}

    public static String of(State state) {
        return switch (state) {
            case OPERATIONAL -> "status-green";
            case UNDER_MAINTENANCE -> "status-blue";
            case UNKNOWN -> "status-gray";
            case DEGRADED_PERFORMANCE -> "status-yellow";
            case PARTIAL_OUTAGE -> "status-orange";
            case MAJOR_OUTAGE -> "status-red";
        };
    }

    public static String ofPage(State state) {
        return switch (state) {
            case OPERATIONAL -> "status-none";
            case UNDER_MAINTENANCE -> "status-maintenance";
            case UNKNOWN -> "status-unknown";
            case DEGRADED_PERFORMANCE -> "status-minor";
            case PARTIAL_OUTAGE -> "status-major";
            case MAJOR_OUTAGE -> "status-critical";
        };
    }

    public static String of(Severity severity) {
        return switch (severity) {
            case NOTICE -> "status-green";
            case MINOR -> "status-yellow";
            case MAJOR -> "status-orange";
            case CRITICAL -> "status-red";
        };
    }

    /// The colour of the little icon in the browser's tab.
    public static String icon(State state) {
        return switch (state) {
            case OPERATIONAL -> "3a9a6d";
            case UNDER_MAINTENANCE -> "4a76d8";
            case UNKNOWN -> "858b93";
            case DEGRADED_PERFORMANCE -> "b48100";
            case PARTIAL_OUTAGE -> "dc6510";
            case MAJOR_OUTAGE -> "c8202f";
        };
    }

    /// The name of a state in the bars.
    static String bar(State state) {
        return switch (state) {
            case OPERATIONAL -> "operational";
            case UNDER_MAINTENANCE -> "maintenance";
            case UNKNOWN -> "unknown";
            case DEGRADED_PERFORMANCE -> "degraded";
            case PARTIAL_OUTAGE -> "partial";
            case MAJOR_OUTAGE -> "major";
        };
    }
}
