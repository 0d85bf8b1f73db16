package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.desk.console.incidents.form.Sheet;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Draft;
import dev.allclear.incident.Incident;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which form a draft was written in.
enum DraftKind {
    DECLARE("New incident", true),
    UPDATE("Update", true),
    RESOLVE("All-clear", true),
    REOPEN("Reopening", true),
    /// Owed by its authors: nobody has to agree to it.
    REPORT("Report", false);

    private final String label;
    private final boolean needsConsent;

    DraftKind(String label, boolean needsConsent) {
        this.label = label;
        this.needsConsent = needsConsent;
    }

    static DraftKind of(Draft draft) {
        return of(Parameters.of(draft.fields())).orElse(DECLARE);
    }

    /// @return empty for a form of which no drafts are kept
    static Optional<DraftKind> of(Parameters typed) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(typed.get(Sheet.KIND)))
                .findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /// Whether somebody else may be asked to agree to it.
    boolean needsConsent() {
        return needsConsent;
    }

    /// The path of the form, with the draft in it.
    String path(Draft draft) {
        var form = draft.incident()
                .map(incident -> "/desk/incidents/" + incident.value() + (this == UPDATE ? "" : "/" + key()))
                .orElse("/desk/incidents/new");
        return form + "?draft=" + draft.id().value();
    }

    /// Why it can't be published any more; empty while it can.
    Optional<String> late(Incident incident) {
        return switch (this) {
            case DECLARE -> Optional.empty();
            case UPDATE, RESOLVE ->
                incident.isOpen()
                        ? Optional.empty()
                        : Optional.of("The incident is closed, so there is nothing to add to it. If it is back, reopen"
                                + " it and take the words along.");
            case REOPEN ->
                incident.isOpen()
                        ? Optional.of("The incident is open again already. Say it in an update.")
                        : Optional.empty();
            case REPORT ->
                incident.resolvedAt().isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                incident.isOpen()
                                        ? "The incident is open again; its report is written once it is resolved."
                                        : "The incident was withdrawn; it has no report.");
        };
    }
}
