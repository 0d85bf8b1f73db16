package dev.allclear.app.imports.cstate;

import dev.allclear.incident.Severity;
import dev.allclear.operation.PastIncident.PastWord;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One issue of the old page, understood as far as it can be.
///
/// @param file relative to the folder that is imported
/// @param state of the systems that it names
/// @param end empty while it is open
/// @param affected systems as written
record OldIssue(
        String file,
        String title,
        Severity severity,
        State state,
        Instant start,
        Optional<Instant> end,
        List<Named> affected,
        List<PastWord> words) {

    /// A system, and the line that names it.
    record Named(String name, int line) {}

    /// What it is known by from now on, so that importing it again changes nothing.
    String origin() {
        return "cstate:" + file.replaceFirst("^content/issues/", "");
    }
}
