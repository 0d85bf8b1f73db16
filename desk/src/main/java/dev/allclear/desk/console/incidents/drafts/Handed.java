package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.Refused;
import dev.allclear.desk.console.Once;
import dev.allclear.desk.console.incidents.form.ReleaseFields;
import dev.allclear.desk.console.incidents.form.Untouched;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.Incident;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/// A draft that waits for somebody else to agree. What was handed over is what will be published: whoever agrees types
/// nothing into it.
///
/// @param incident with what changed since the draft was written; empty for a new one
/// @param version of the incident
public record Handed(Draft draft, Optional<Incident> incident, long version) {

    private static final String SEEN = "seen";

    /// Whether this person is asked to agree to it.
    public static boolean isFor(Draft draft, Ask ask) {
        return draft.waitingSince().isPresent()
                && !draft.author().equals(ask.actor().name())
                && ask.person().account().may(ask.page().id(), Permission.PUBLISH);
    }

    public static Handed find(Ask ask, Tx tx) {
        var draft = tx.drafts()
                .find(ask.page().id(), new DraftId(ask.variable(Once.DRAFT)))
                .orElseThrow(() -> new Refused.NotFound("draft"));
        var stored = draft.incident().flatMap(id -> tx.incidents().find(draft.page(), id));
        return new Handed(
                draft,
                stored.map(it -> it.value()),
                stored.map(it -> it.version()).orElse(0L));
    }

    public boolean isWaiting() {
        return draft.waitingSince().isPresent();
    }

    /// Whether what it is about went on without it.
    public boolean isLate() {
        return incident.flatMap(kind()::late).isPresent();
    }

    DraftKind kind() {
        return DraftKind.of(draft);
    }

    /// What was handed over, on top of how the incident stands now.
    Parameters fields() {
        var written = Parameters.of(draft.fields());
        return incident.filter(_ -> kind() == DraftKind.UPDATE)
                .map(newest -> Untouched.renewed(written, newest))
                .orElse(written);
    }

    /// The same with what whoever publishes it answers for themselves.
    Parameters with(Parameters personal) {
        var all = new HashMap<>(fields().asMap());
        for (var field : ReleaseFields.PERSONAL) {
            all.remove(field);
            if (personal.has(field)) {
                all.put(field, personal.all(field));
            }
        }
        return Parameters.of(all);
    }

    /// @throws Refused.ChangedMeanwhile when its author changed it, or the incident went on, since it was read
    public void mustBeAsRead(Parameters typed) {
        if (!typed.get(SEEN).equals(seen())) {
            throw new Refused.ChangedMeanwhile("draft");
        }
        if (!isWaiting()) {
            throw new Refused.Conflict("This draft waits for nobody: it is with its author.");
        }
    }

    /// When the draft was saved that somebody reads, and which version of the incident they see beside it.
    public String seen() {
        return draft.savedAt().toEpochMilli() + "." + version;
    }

    public static Instant savedAt(Parameters typed) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(typed.get(SEEN).split("\\.", 2)[0]));
        } catch (NumberFormatException foreign) {
            throw new Refused.ChangedMeanwhile("draft");
        }
    }
}
