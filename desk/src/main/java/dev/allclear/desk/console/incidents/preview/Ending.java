package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.Watch;
import dev.allclear.desk.console.incidents.form.AllClearFields;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Incident;
import dev.allclear.shape.AllClearText;
import dev.allclear.shape.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How an incident ends, as far as the form of its all-clear tells already.
///
/// @param restoredAt when service was back; empty where what is typed can't be
public record Ending(Incident incident, Optional<Instant> restoredAt, Optional<AllClear> answers) {

    public static Ending of(Ask ask, Incident incident, Parameters typed) {
        var zone = ask.page().zone();
        // Left empty, it means now.
        var restoredAt = Lenient.read(
                        () -> Optional.of(
                                AllClearFields.restoredAt(typed, incident, zone).orElse(ask.now())),
                        Optional.<Instant>empty())
                .filter(at -> !at.isBefore(incident.startedAt()) && !at.isAfter(ask.now()));
        var answers = AllClearFields.read(typed, ask.now().atZone(zone).toLocalDate(), new Faults());
        return new Ending(incident, restoredAt, answers);
    }

    /// How long it lasted, in words.
    public String lasted(Watch watch) {
        return restoredAt
                .map(at -> "It lasted " + watch.length(Duration.between(incident.startedAt(), at)) + ".")
                .orElse("");
    }

    /// The text, written from the answers, for a field that nobody has touched.
    public Map<String, String> suggestions(Ask ask) {
        return answers.map(found -> Map.of(
                        "text",
                        AllClearText.of(
                                incident, found, restoredAt.orElse(ask.now()), Reader.of(ask.page()), ask.now())))
                .orElse(Map.of());
    }
}
