package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.SafeHtml;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.Incident;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of an incident, in words for the panel of facts.
///
/// @param workaround and `cause`: the text, as HTML; empty where there is none to show
/// @param workaroundKind and `causeKind`: what we say of it without a text
public record FactWords(
        String impact,
        String scope,
        String workaroundKind,
        Optional<SafeHtml> workaround,
        String doing,
        String causeKind,
        Optional<SafeHtml> cause,
        String fix,
        Optional<Estimate> estimate) {

    static FactWords of(Incident incident, Room room) {
        var facts = incident.facts();
        var workaround =
                facts.workaround() instanceof Workaround.Given(var text) ? Optional.of(text) : Optional.<String>empty();
        return new FactWords(
                facts.impact(),
                facts.scope(),
                switch (facts.workaround()) {
                    case Workaround.Given _ -> "";
                    case Workaround.NoneYet _ -> "None yet.";
                    case Workaround.NotNeeded _ -> "Not needed.";
                },
                workaround.map(text -> SafeHtml.of(room.markdown(), text)),
                facts.doing(),
                switch (facts.cause()) {
                    case RootCause.Unknown _ -> "Not known.";
                    case RootCause.Suspected _ -> "Suspected:";
                    case RootCause.Confirmed _ -> "Confirmed:";
                    case RootCause.ConfirmedNotPublic _ -> "Confirmed, not public.";
                },
                causeText(facts.cause()).map(text -> SafeHtml.of(room.markdown(), text)),
                facts.fix(),
                facts.estimate());
    }

    private static Optional<String> causeText(RootCause cause) {
        return switch (cause) {
            case RootCause.Suspected(var text) -> Optional.of(text);
            case RootCause.Confirmed(var text) -> Optional.of(text);
            case RootCause.Unknown _, RootCause.ConfirmedNotPublic _ -> Optional.empty();
        };
    }

    /// The forms of the panel, filled in.
    static Form form(Incident incident, Watch watch) {
        var facts = incident.facts();
        var fields = new HashMap<String, List<String>>(Map.of(
                "title", List.of(incident.title()),
                "severity", List.of(incident.severity().key()),
                "impact", List.of(facts.impact()),
                "scope", List.of(facts.scope()),
                "doing", List.of(facts.doing()),
                "fix", List.of(facts.fix()),
                "workaround",
                        List.of(
                                switch (facts.workaround()) {
                                    case Workaround.Given _ -> "given";
                                    case Workaround.NoneYet _ -> "none_yet";
                                    case Workaround.NotNeeded _ -> "not_needed";
                                }),
                "cause",
                        List.of(
                                switch (facts.cause()) {
                                    case RootCause.Unknown _ -> "unknown";
                                    case RootCause.Suspected _ -> "suspected";
                                    case RootCause.Confirmed _ -> "confirmed";
                                    case RootCause.ConfirmedNotPublic _ -> "confirmed_not_public";
                                })));
        if (facts.workaround() instanceof Workaround.Given(var text)) {
            fields.put("workaroundText", List.of(text));
        }
        causeText(facts.cause()).ifPresent(text -> fields.put("causeText", List.of(text)));
        facts.estimate().ifPresent(estimate -> {
            fields.put("estimate", List.of(watch.field(estimate.restoredBy())));
            fields.put("estimateConfirmedBy", List.of(estimate.confirmedBy()));
        });
        return Form.filled(Parameters.of(fields));
    }
}
