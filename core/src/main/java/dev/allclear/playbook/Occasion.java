package dev.allclear.playbook;

import dev.allclear.incident.Stage;
import java.util.Arrays;
import java.util.List;

/// When a playbook speaks: the phases of an outage, and those of planned work.
public enum Occasion {
    INVESTIGATING("Investigating", Playbook.Kind.OUTAGE, true),
    IDENTIFIED("Identified", Playbook.Kind.OUTAGE, true),
    MONITORING("Monitoring", Playbook.Kind.OUTAGE, true),
    RESOLVED("Resolved", Playbook.Kind.OUTAGE, false),

    SCHEDULED("Scheduled", Playbook.Kind.PLANNED_WORK, false),
    REMINDER("Reminder", Playbook.Kind.PLANNED_WORK, false),
    IN_PROGRESS("In progress", Playbook.Kind.PLANNED_WORK, false),
    EXTENDED("Extended", Playbook.Kind.PLANNED_WORK, true),
    DONE("Done", Playbook.Kind.PLANNED_WORK, false);

    private final String heading;
    private final Playbook.Kind kind;
    private final boolean promises;

    Occasion(String heading, Playbook.Kind kind, boolean promises) {
        this.heading = heading;
        this.kind = kind;
        this.promises = promises;
    }

    /// Its heading in a playbook's file, the same in every language: `In progress`.
    public String heading() {
        return heading;
    }

    /// Whether its message must promise the time of the next one.
    public boolean promises() {
        return promises;
    }

    /// When an outage is at that stage.
    public static Occasion of(Stage stage) {
        return switch (stage) {
            case INVESTIGATING -> INVESTIGATING;
            case IDENTIFIED -> IDENTIFIED;
            case MONITORING -> MONITORING;
        };
    }

    /// How far an outage is then; of those that are none of its stages, the first.
    public Stage stage() {
        return switch (this) {
            case IDENTIFIED -> Stage.IDENTIFIED;
            case MONITORING -> Stage.MONITORING;
            default -> Stage.INVESTIGATING;
        };
    }

    public static List<Occasion> of(Playbook.Kind kind) {
        return Arrays.stream(values()).filter(occasion -> occasion.kind == kind).toList();
    }
}
