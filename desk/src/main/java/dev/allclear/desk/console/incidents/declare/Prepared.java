package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.incidents.form.FactFields;
import dev.allclear.desk.console.incidents.form.Lenient;
import dev.allclear.desk.console.incidents.form.PromiseFields;
import dev.allclear.desk.console.playbooks.Prompt;
import dev.allclear.desk.console.playbooks.Prompter;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Stage;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Question;
import dev.allclear.playbook.Values;
import dev.allclear.playbook.Variable;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A new incident that is told from a playbook: what the form begins with, and the words that follow from its fields.
record Prepared(Prompter prompter, SeverityPolicy policy) {

    /// @param said what was searched for, which may tell what customers notice
    Map<String, String> beginning(String said) {
        var playbook = prompter.playbook();
        var fields = new HashMap<String, String>();
        fields.put("severity", playbook.severity().key());
        playbook.question(Variable.IMPACT)
                .flatMap(question -> question.likeliest(said))
                .map(Question.Choice::text)
                .ifPresent(impact -> fields.put(prompter.field(Variable.IMPACT), impact));
        prompter.known()
                .catalogue()
                .active()
                .forEach(component -> fields.put(
                        "state-" + component.id().value(), prompter.state().key()));
        return fields;
    }

    PreparedView view(Parameters typed) {
        var playbook = prompter.playbook();
        var prompts = prompter.prompts(first());
        return new PreparedView(
                playbook.slug().value(),
                playbook.name(),
                playbook.whenToUse(),
                prompts.stream().filter(Prompt::needed).toList(),
                prompts.stream().filter(prompt -> !prompt.needed()).toList(),
                lacks(typed));
    }

    Map<String, String> lacks(Parameters typed) {
        return prompter.lacks(first(), values(typed));
    }

    /// The same, only of what is missing.
    Map<String, String> missing(Parameters typed) {
        return lacks(typed).entrySet().stream()
                .filter(lack -> !lack.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The words for `title` and `text`.
    Map<String, String> words(Parameters typed) {
        return prompter.words(first(), values(typed));
    }

    private Occasion first() {
        return prompter.playbook().first();
    }

    private Values values(Parameters typed) {
        var known = prompter.known();
        var zone = known.page().zone();
        var now = known.now();
        var areas = Lenient.read(() -> AreaFields.ticked(typed, known.catalogue()), Map.<Area, State>of());
        var since = Lenient.read(() -> TypedTimes.read(typed, "startedAt", zone), Optional.<Instant>empty())
                .filter(at -> !at.isAfter(now))
                .orElse(now);
        var severity = Lenient.read(
                () -> FactFields.severity(typed), prompter.playbook().severity());
        var due = Lenient.read(() -> PromiseFields.due(typed, zone, now), Optional.<Instant>empty())
                .orElseGet(() -> policy.nextUpdateDue(severity, Stage.INVESTIGATING, now));
        var values = known.of(prompter.playbook(), areas.keySet(), since)
                .moment(Variable.NEXT_UPDATE, due)
                .facts(FactFields.all(typed, zone, new Faults()));
        return prompter.typed(values, typed);
    }
}
