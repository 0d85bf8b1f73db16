package dev.allclear.shape;

/// At which point of an outage or of planned work a message speaks.
public enum Occasion {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED,
    REPORT,
    MAINTENANCE_SCHEDULED,
    MAINTENANCE_PROGRESS,
    MAINTENANCE_DONE;

    /// Whether customers are still waiting, so that each message owes the time of the next one.
    public boolean open() {
        return switch (this) {
            case INVESTIGATING, IDENTIFIED, MONITORING, MAINTENANCE_PROGRESS -> true;
            case RESOLVED, REPORT, MAINTENANCE_SCHEDULED, MAINTENANCE_DONE -> false;
        };
    }

    boolean over() {
        return this == RESOLVED || this == MAINTENANCE_DONE || this == REPORT;
    }

    boolean planned() {
        return this == MAINTENANCE_SCHEDULED || this == MAINTENANCE_PROGRESS || this == MAINTENANCE_DONE;
    }
}
