package dev.allclear.desk.console.incidents.drafts;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Draft;
import java.util.List;
import java.util.Map;
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
        var written = Stream.of("text", "worksAgain", "reason", "leftoversText", "wentWrong", "fixed", "prevented")
                .flatMap(name ->
                        fields.filled(name).map(text -> new Words(LABELS.getOrDefault(name, name), text)).stream());
        var byHand = Beside.byHand(fields).stream().map(own -> new Words(own.label(), own.value()));
        return Stream.concat(written, byHand).toList();
    }
}
