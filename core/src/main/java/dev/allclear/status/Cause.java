package dev.allclear.status;

/// Why an area is in a state. Each cause speaks for itself: the worst of them is what customers feel, so closing one
/// incident never turns a component green while another is still open.
///
/// @param id of the incident or maintenance; empty for a state set by hand
public record Cause(Kind kind, String id) {

    public static final Cause BY_HAND = new Cause(Kind.BY_HAND, "");

    /// What sort of thing caused it.
    public enum Kind {
        BY_HAND,
        INCIDENT,
        MAINTENANCE
    }

    public static Cause incident(String id) {
        return new Cause(Kind.INCIDENT, id);
    }

    public static Cause maintenance(String id) {
        return new Cause(Kind.MAINTENANCE, id);
    }
}
