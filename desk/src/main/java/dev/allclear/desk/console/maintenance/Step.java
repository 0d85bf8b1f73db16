package dev.allclear.desk.console.maintenance;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.desk.console.Option;
import dev.allclear.maintenance.Ending;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.Window;
import dev.allclear.operation.MaintenanceDesk;
import dev.allclear.people.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be said about planned work that was announced.
enum Step {
    START("It starts", "shown as under maintenance"),
    COMPLETE("Completed", "everything works again"),
    PROGRESS("How it goes", ""),
    MOVE("Moved", "it takes place at another time"),
    EXTEND("Takes longer", "say so before the planned end"),
    THANK("Thank you", "what was done, once it is over"),
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

    /// What is most likely meant: to start or to end something is chosen for nobody before its time has come.
    static Optional<Step> likeliest(Maintenance work, Instant now) {
        var isTime = Ending.of(work).filter(ending -> ending.asks(now)).isPresent();
        return of(work).stream()
                .filter(step -> isTime || (step != START && step != COMPLETE))
                .findFirst();
    }

    /// Those that make sense now.
    static List<Step> of(Maintenance work) {
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _ -> List.of(START, PROGRESS, MOVE, CANCEL);
            case Maintenance.Phase.Running _ -> List.of(COMPLETE, PROGRESS, EXTEND);
            case Maintenance.Phase.Completed _ -> work.canThank() ? List.of(THANK) : List.of();
            case Maintenance.Phase.Cancelled _ -> List.of();
        };
    }

    /// At which point of the story the coach reads it. What is said of work to come is not its announcement.
    Phase phase() {
        return switch (this) {
            case COMPLETE, THANK -> Phase.MAINTENANCE_DONE;
            case START, PROGRESS, MOVE, EXTEND, CANCEL -> Phase.MAINTENANCE_PROGRESS;
        };
    }

    /// Whether the work is over then.
    boolean ends() {
        return this == COMPLETE || this == CANCEL || this == THANK;
    }

    /// As the page says it of a word of this kind.
    String label() {
        return label;
    }

    /// Whether it names another time.
    boolean moves() {
        return this == MOVE || this == EXTEND;
    }

    /// @param said what was typed
    Stored<Maintenance> take(MaintenanceDesk desk, PageId page, MaintenanceId id, Word said, Actor actor) {
        var text = said.text();
        return switch (this) {
            case MOVE -> desk.move(page, id, new Window(said.start(), said.end()), text, actor);
            case EXTEND -> desk.extend(page, id, said.end(), text, actor);
            case THANK -> desk.thank(page, id, text, actor);
            case START -> desk.start(page, id, text, actor);
            case PROGRESS -> desk.progress(page, id, text, actor);
            case COMPLETE -> desk.complete(page, id, text, actor);
            case CANCEL -> said.all() ? desk.cancelAll(page, id, text, actor) : desk.cancel(page, id, text, actor);
        };
    }
}
