package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Draft;
import dev.allclear.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A draft that outlived what it is for: its words can still be read and taken elsewhere.
///
/// @param why it can't be published any more
public record LateDraft(Frame frame, DraftRow row, String why, List<Words> words) {

    private static final Map<String, String> LABELS = Map.of(
            "worksAgain",
            "What works again",
            "reason",
            "What it was",
            "leftoversText",
            "What is left over",
            "text",
            "Text",
            "wentWrong",
            "What went wrong",
            "fixed",
            "How we fixed it",
            "prevented",
            "How we prevent it");

    /// What somebody wrote in one field.
    public record Words(String label, String text) {}

    static List<Words> words(Draft draft) {
        var fields = Parameters.of(draft.fields());
        return Stream.of("text", "worksAgain", "reason", "leftoversText", "wentWrong", "fixed", "prevented")
                .flatMap(name ->
                        fields.filled(name).map(text -> new Words(LABELS.getOrDefault(name, name), text)).stream())
                .toList();
    }

    /// @return empty while it can be published
    static Optional<String> why(String kind, Incident incident) {
        return switch (kind) {
            case "update", "resolve" ->
                incident.isOpen()
                        ? Optional.empty()
                        : Optional.of("The incident is closed, so there is nothing to add to it. If it is back, reopen"
                                + " it and take the words along.");
            case "reopen" ->
                incident.isOpen()
                        ? Optional.of("The incident is open again already. Say it in an update.")
                        : Optional.empty();
            case "report" ->
                incident.resolvedAt().isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                incident.isOpen()
                                        ? "The incident is open again; its report is written once it is resolved."
                                        : "The incident was withdrawn; it has no report.");
            default -> Optional.empty();
        };
    }
}
