package dev.allclear.desk.console.incidents.declare;

import dev.allclear.Refused;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.incidents.form.FactFields;
import dev.allclear.desk.console.incidents.form.PromiseFields;
import dev.allclear.desk.console.incidents.form.Written;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Stage;
import dev.allclear.operation.Declaration;
import dev.allclear.status.Catalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// Reads the form by which an incident is declared, with everything that is wrong with it at once.
final class DeclareForm {

    private DeclareForm() {}

    /// @param lacks fields that a playbook's words still need, each with the sentence that says so
    static Declaration read(
            Parameters typed, Catalogue catalogue, ZoneId zone, Instant now, Map<String, String> lacks) {
        var faults = new Faults();
        if (typed.get("text").isBlank()) {
            // What is missing is not the text, but what the text would be made of.
            lacks.forEach(faults::add);
            faults.refuseIfAny();
        }
        var areas = faults.read(() -> {
            var ticked = AreaFields.ticked(typed, catalogue);
            AreaFields.mustNameSome(ticked, catalogue);
            return ticked;
        });
        var title = faults.read(() -> Written.line(typed, "title", "Say what customers can’t do."));
        var text = faults.read(() -> Written.prose(typed, "text", "Write the first message."));
        var severity = faults.read(() -> FactFields.severity(typed));
        var due = faults.read(() -> PromiseFields.due(typed, zone, now));
        var startedAt = faults.read(() -> past("startedAt", TypedTimes.read(typed, "startedAt", zone), now));
        var facts = FactFields.all(typed, zone, faults);
        faults.refuseIfAny();
        return new Declaration(
                title.orElseThrow(),
                severity.orElseThrow(),
                Stage.INVESTIGATING,
                text.orElseThrow(),
                facts,
                areas.orElse(Map.of()),
                startedAt.orElseThrow(),
                due.orElseThrow());
    }

    private static Optional<Instant> past(String field, Optional<Instant> at, Instant now) {
        if (at.isPresent() && at.get().isAfter(now)) {
            throw new Refused.Invalid(field, "An incident can’t begin in the future.");
        }
        return at;
    }
}
