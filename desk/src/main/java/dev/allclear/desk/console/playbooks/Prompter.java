package dev.allclear.desk.console.playbooks;

import dev.allclear.desk.web.Parameters;
import dev.allclear.playbook.Known;
import dev.allclear.playbook.Message;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.Question;
import dev.allclear.playbook.Rendering;
import dev.allclear.playbook.Values;
import dev.allclear.playbook.Variable;
import dev.allclear.status.State;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A playbook at work in a form: what it asks for are fields, and what was typed into them becomes its words.
///
/// @param apart whether its fields stand beside those of the incident's facts, under names of their own
public record Prompter(Playbook playbook, Known known, boolean apart) {

    private static final String OWN = "say-";

    /// For forms that change no facts.
    public Prompter asideOfFacts() {
        return new Prompter(playbook, known, true);
    }

    /// What it could tell on this occasion that is not known yet.
    public List<Prompt> open(Occasion occasion, Values values) {
        var script = playbook.script(occasion);
        return script.names().stream()
                .filter(variable -> isTyped(variable) && !values.knows(variable))
                .map(variable -> playbook.question(variable)
                        .orElseGet(() -> new Question(variable, variable.meaning(), List.of())))
                .map(question -> prompt(question, script.needs().contains(question.variable())))
                .toList();
    }

    /// What it asks for on this occasion, the most important first; what it needs without asking comes last.
    public List<Prompt> prompts(Occasion occasion) {
        var needs = playbook.script(occasion).needs();
        var asked = playbook.questionsFor(occasion);
        var unasked = needs.stream()
                .filter(Prompter::isTyped)
                .filter(variable -> asked.stream().noneMatch(question -> question.variable() == variable))
                .map(variable -> playbook.question(variable)
                        .orElseGet(() -> new Question(variable, variable.meaning(), List.of())));
        return Stream.concat(asked.stream(), unasked)
                .filter(question -> isTyped(question.variable()))
                .map(question -> prompt(question, needs.contains(question.variable())))
                .toList();
    }

    private Prompt prompt(Question question, boolean needed) {
        var choices = question.choices().stream()
                .map(Question.Choice::text)
                .distinct()
                .toList();
        return new Prompt(field(question.variable()), question.prompt(), needed, choices);
    }

    /// The name of its field: that of the incident's fact where it is one.
    public String field(Variable variable) {
        return switch (variable) {
            case COMPONENTS, REGIONS -> "areas";
            case IMPACT, SCOPE, DOING, FIX -> apart ? OWN + variable.key() : variable.key();
            case WORKAROUND -> apart ? OWN + variable.key() : "workaroundText";
            case CAUSE, SUSPECTED_CAUSE -> apart ? OWN + variable.key() : "causeText";
            default -> OWN + variable.key();
        };
    }

    private static boolean isTyped(Variable variable) {
        return switch (variable.shape()) {
            case NAME, PROSE -> !variable.isGiven();
            case NAMES, MOMENT, LENGTH, WINDOW -> false;
        };
    }

    /// With what was typed into the fields that are no facts of the incident.
    public Values typed(Values values, Parameters typed) {
        var next = values;
        for (var variable : Variable.values()) {
            var field = field(variable);
            if (field.startsWith(OWN) && isTyped(variable) && !typed.get(field).isBlank()) {
                next = next.text(variable, typed.get(field));
            }
        }
        return next;
    }

    /// The words for the fields `title` and `text`; none while something is missing.
    public Map<String, String> words(Occasion occasion, Values values) {
        return switch (playbook.word(occasion, values)) {
            case Rendering.Filled<Message>(var message) -> Map.of("title", message.title(), "text", message.body());
            case Rendering.Missing<Message> _ -> Map.of("title", "", "text", "");
        };
    }

    /// What is still missing, in a sentence for each field that can be empty; an empty one where nothing is.
    public Map<String, String> lacks(Occasion occasion, Values values) {
        var lacks = new LinkedHashMap<String, String>();
        Arrays.stream(Variable.values())
                .filter(variable -> isTyped(variable) || variable.shape() == Variable.Shape.NAMES)
                .forEach(variable -> lacks.put(field(variable), ""));
        playbook.word(occasion, values).missing().stream()
                .sorted()
                .forEach(variable -> lacks.put(field(variable), lack(variable)));
        return lacks;
    }

    private static String lack(Variable variable) {
        return switch (variable) {
            case REGIONS -> "Say in which regions: this playbook names them.";
            case COMPONENTS -> "Tick what is hit: this playbook names it.";
            case IMPACT -> "Say what customers notice: the message is made of it.";
            default -> "The message needs this: " + variable.meaning() + ".";
        };
    }

    /// How badly it hits, where a person can choose that of an outage.
    public State state() {
        return switch (playbook.state()) {
            case DEGRADED_PERFORMANCE, PARTIAL_OUTAGE, MAJOR_OUTAGE -> playbook.state();
            case OPERATIONAL, UNDER_MAINTENANCE, UNKNOWN -> State.DEGRADED_PERFORMANCE;
        };
    }
}
