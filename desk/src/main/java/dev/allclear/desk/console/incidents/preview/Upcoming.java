package dev.allclear.desk.console.incidents.preview;

import dev.allclear.Refused;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.incidents.form.FactFields;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.PromiseFields;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import java.time.Instant;
import java.util.Optional;

/// An incident as it would stand if what is being written were published now. Nothing of it is kept.
final class Upcoming {

    private static final IncidentId NEW = new IncidentId("new");

    private final Ask ask;
    private final Saying saying;
    private final Parameters typed;

    private Upcoming(Ask ask, Saying saying, Parameters typed) {
        this.ask = ask;
        this.saying = saying;
        this.typed = typed;
    }

    /// @return empty as long as too little is written, or what is written would be refused
    static Optional<Incident> of(Ask ask, Saying saying, Parameters typed) {
        if (saying.text().isBlank() || saying.title().isBlank()) {
            return Optional.empty();
        }
        try {
            var upcoming = new Upcoming(ask, saying, typed);
            return saying.incident().isPresent()
                    ? upcoming.changed(saying.incident().get())
                    : Optional.of(upcoming.declared());
        } catch (Refused unfinished) {
            return Optional.empty();
        }
    }

    private Incident declared() {
        var zone = ask.page().zone();
        return Incident.declared(
                NEW,
                ask.page().id(),
                saying.title(),
                saying.severity(),
                begun(ask, typed),
                FactFields.all(typed, zone, new Faults()),
                saying.areas(),
                Stage.INVESTIGATING,
                words(),
                due());
    }

    /// As the form says, or now.
    static Instant begun(Ask ask, Parameters typed) {
        var zone = ask.page().zone();
        return Lenient.read(() -> TypedTimes.read(typed, "startedAt", zone), Optional.<Instant>empty())
                .filter(at -> !at.isAfter(ask.now()))
                .orElse(ask.now());
    }

    private Optional<Incident> changed(Incident incident) {
        return switch (saying.label()) {
            case "Resolved" -> {
                var ending = Ending.of(ask, incident, typed);
                yield Optional.of(incident.resolve(words(), ending.restoredAt().orElse(ask.now()), ending.answers()));
            }
            case "Reopened" -> Optional.of(incident.reopen(Stage.INVESTIGATING, words(), saying.areas(), due()));
            case "False alarm", "Cancelled" -> Optional.empty();
            default -> Optional.of(incident.post(stage(), words(), saying.areas(), due()));
        };
    }

    private Stage stage() {
        return Lenient.read(() -> PromiseFields.stage(typed), Stage.INVESTIGATING);
    }

    private Words words() {
        return new Words(
                new UpdateId("next"), saying.text(), ask.now(), ask.actor().name());
    }

    private Instant due() {
        return saying.due().orElseThrow(() -> new Refused.Invalid("nextUpdateDue", "Say by when you speak again."));
    }
}
