package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.playbooks.Libraries;
import dev.allclear.desk.console.playbooks.Prompt;
import dev.allclear.desk.console.playbooks.Prompter;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Stage;
import dev.allclear.playbook.Condition;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.Values;
import dev.allclear.playbook.Variable;
import dev.allclear.shape.AllClearText;
import dev.allclear.shape.Reader;
import dev.allclear.status.Area;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks up what the playbook of an incident has to say next. It never writes into a field by itself.
public record Offering(Room room) {

    private static final List<Occasion> OPEN =
            List.of(Occasion.INVESTIGATING, Occasion.IDENTIFIED, Occasion.MONITORING);

    /// What the form of the all-clear asks for in its own way.
    private static final Set<String> FORM = Set.of("say-leftovers", "say-nextStep");

    /// For an update. What every stage could tell can be filled in: the stage may still change.
    public Optional<Offer> update(Ask ask, Tx tx, Incident incident, Parameters typed, Stage stage, Instant due) {
        return prompter(ask, tx, incident).map(prompter -> {
            var known = known(prompter, incident).moment(Variable.NEXT_UPDATE, due);
            return offer(prompter, Occasion.of(stage), OPEN, known, typed);
        });
    }

    /// For the all-clear.
    public Optional<Offer> resolution(Ask ask, Tx tx, Incident incident, Parameters typed) {
        return prompter(ask, tx, incident).map(prompter -> {
            var ending = Ending.of(ask, incident, typed);
            var known = ended(
                    known(prompter, incident)
                            .lasted(incident.startedAt(), ending.restoredAt().orElse(ask.now())),
                    incident.facts(),
                    typed);
            var next = ending.answers()
                    .map(answers -> AllClearText.next(Reader.of(ask.page()), ask.now(), answers.next()))
                    .orElse("");
            var all = next.isBlank() ? known : known.text(Variable.NEXT_STEP, next);
            return offer(prompter, Occasion.RESOLVED, List.of(Occasion.RESOLVED), all, typed);
        });
    }

    /// How its playbook says that the impact is over, if it is one that it knows.
    public Optional<String> worksAgain(Ask ask, Tx tx, Incident incident) {
        return prompter(ask, tx, incident)
                .flatMap(prompter ->
                        prompter.playbook().worksAgain(incident.facts().impact()));
    }

    private Optional<Prompter> prompter(Ask ask, Tx tx, Incident incident) {
        var libraries = new Libraries(room);
        return tx.playbooks()
                .followed(ask.page().id(), incident.id())
                .flatMap(slug -> libraries.find(ask, slug))
                .filter(playbook -> playbook.kind() == Playbook.Kind.OUTAGE)
                .map(playbook -> libraries.at(ask, playbook).asideOfFacts());
    }

    private static Values known(Prompter prompter, Incident incident) {
        var areas = incident.areas().isEmpty()
                ? incident.everAffected()
                : Set.<Area>copyOf(incident.areas().keySet());
        var values = prompter.known()
                .of(prompter.playbook(), areas, incident.startedAt())
                .facts(incident.facts());
        return prompter.playbook()
                .worksAgain(incident.facts().impact())
                .map(again -> values.text(Variable.WORKS_AGAIN, again))
                .orElse(values);
    }

    /// What the form of the all-clear asks for anyway is not asked for twice.
    private static Values ended(Values known, Facts facts, Parameters typed) {
        var values = known;
        if (!typed.get("worksAgain").isBlank()) {
            values = values.text(Variable.WORKS_AGAIN, typed.get("worksAgain"));
        }
        if (typed.get("leftovers").equals("something")) {
            values = values.text(Variable.LEFTOVERS, typed.get("leftoversText"));
        }
        var reason = typed.get("reason").strip();
        var isCause = facts.cause() instanceof RootCause.Confirmed(var cause)
                && cause.strip().equals(reason);
        if (!reason.isEmpty() && !isCause && facts.fix().isEmpty()) {
            values = values.text(Variable.FIX, reason).without(Condition.CAUSE_UNKNOWN);
        }
        return values;
    }

    private static Offer offer(
            Prompter prompter, Occasion occasion, List<Occasion> occasions, Values known, Parameters typed) {
        var values = prompter.typed(known, typed);
        var prompts = occasions.stream()
                .flatMap(one -> prompter.open(one, known).stream())
                .filter(prompt -> !FORM.contains(prompt.field()))
                .toList();
        return new Offer(
                prompter.playbook().name(),
                occasion.heading().toLowerCase(Locale.ROOT),
                prompter.words(occasion, values).getOrDefault("text", ""),
                once(prompts),
                prompter.lacks(occasion, values));
    }

    /// What one stage needs and another merely can tell is asked for once, as needed.
    private static List<Prompt> once(List<Prompt> prompts) {
        return Stream.concat(
                        prompts.stream().filter(Prompt::needed),
                        prompts.stream().filter(prompt -> !prompt.needed()))
                .collect(Collectors.toMap(Prompt::field, prompt -> prompt, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
