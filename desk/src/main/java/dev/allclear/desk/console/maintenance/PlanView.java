package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The screen on which work is planned.
///
/// @param once this form's own id, by which a repeat is known
/// @param parts what can be worked on
/// @param mends the incident that the work puts right for good; empty for none
/// @param focus the row of further times where the person goes on; empty for none
public record PlanView(
        Frame frame, Form form, String once, Parts parts, Preview preview, Optional<Incident> mends, String focus) {

    /// The numbers of the rows for further times; an empty one to begin with.
    public List<String> others() {
        var rows = form.typed().all(OtherRows.OTHER);
        return rows.isEmpty() && focus.isEmpty() ? List.of("1") : rows;
    }

    public boolean mayAddOthers() {
        return OtherRows.mayAdd(others());
    }

    public boolean repeats() {
        return Rhythm.of(form.typed()) != Rhythm.ONCE
                || Stream.of("times", "until", "except", "others")
                        .anyMatch(field -> !form.fault(field).isEmpty());
    }

    /// Whether announcing the work ends that incident.
    public boolean ends() {
        return mends.map(Incident::phase)
                .filter(phase -> phase instanceof Phase.Open(var stage, var _) && stage == Stage.MONITORING)
                .isPresent();
    }
}
