package dev.allclear.desk.console.maintenance;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.desk.console.Option;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.people.Actor;
import java.util.List;
import java.util.Locale;

/// What can be said about planned work that was announced.
enum Step {
    START("It starts", "shown as under maintenance"),
    COMPLETE("Completed", "everything works again"),
    PROGRESS("How it goes", ""),
    CANCEL("Cancelled", "it will not happen");

    private final String label;
    private final String small;

    Step(String label, String small) {
        this.label = label;
        this.small = small;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Option option() {
        return new Option(key(), label, small);
    }

    /// Those that make sense now, the likeliest first.
    static List<Step> of(Maintenance work) {
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _ -> List.of(START, PROGRESS, CANCEL);
            case Maintenance.Phase.Running _ -> List.of(COMPLETE, PROGRESS);
            case Maintenance.Phase.Completed _, Maintenance.Phase.Cancelled _ -> List.of();
        };
    }

    Stored<Maintenance> take(MaintenanceDesk desk, PageId page, MaintenanceId id, String text, Actor actor) {
        return switch (this) {
            case START -> desk.start(page, id, text, actor);
            case PROGRESS -> desk.progress(page, id, text, actor);
            case COMPLETE -> desk.complete(page, id, text, actor);
            case CANCEL -> desk.cancel(page, id, text, actor);
        };
    }
}
