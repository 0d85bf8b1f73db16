package dev.allclear.desk.console.rehearsals;

import dev.allclear.Text;
import dev.allclear.desk.console.AreaFields;
import dev.allclear.desk.console.incidents.form.AllClearFields;
import dev.allclear.desk.console.playbooks.Prompter;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import dev.allclear.playbook.Condition;
import dev.allclear.playbook.Occasion;
import dev.allclear.playbook.Question;
import dev.allclear.playbook.Values;
import dev.allclear.playbook.Variable;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.rehearsal.Line;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.status.Area;
import dev.allclear.status.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The form of the next message of a rehearsal: what it begins with, what its playbook says, and the message itself.
record LineForm(Rehearsal rehearsal, Prompter prompter, SeverityPolicy policy, Instant played) {

    static final String OCCASION = "occasion";
    static final String WITHIN = "within";
    private static final List<Occasion> ALL =
            List.of(Occasion.INVESTIGATING, Occasion.IDENTIFIED, Occasion.MONITORING, Occasion.RESOLVED);

    boolean isFirst() {
        return rehearsal.lines().isEmpty();
    }

    Map<String, String> beginning() {
        var fields = new HashMap<String, String>();
        var occasion = isFirst() ? Occasion.INVESTIGATING : latest().occasion();
        fields.put(OCCASION, key(occasion));
        fields.put("severity", severity(Parameters.NONE).key());
        fields.put(WITHIN, Long.toString(wait(Parameters.NONE, occasion).toMinutes()));
        if (isFirst()) {
            impact().ifPresent(impact -> fields.put("impact", impact));
            prompter.known()
                    .catalogue()
                    .active()
                    .forEach(component -> fields.put(
                            "state-" + component.id().value(), prompter.state().key()));
        } else {
            prompter.playbook()
                    .worksAgain(latest().facts().impact())
                    .ifPresent(again -> fields.put("worksAgain", again));
        }
        return fields;
    }

    private Optional<String> impact() {
        return prompter.playbook().question(Variable.IMPACT).stream()
                .flatMap(question -> question.choices().stream())
                .map(Question.Choice::text)
                .findFirst();
    }

    private Line latest() {
        return rehearsal.lines().getLast();
    }

    static String key(Occasion occasion) {
        return occasion.name().toLowerCase(Locale.ROOT);
    }

    Occasion occasion(Parameters typed) {
        return isFirst()
                ? Occasion.INVESTIGATING
                : ALL.stream()
                        .filter(one -> key(one).equals(typed.get(OCCASION)))
                        .findFirst()
                        .orElseGet(() -> latest().occasion());
    }

    private Severity severity(Parameters typed) {
        return isFirst()
                ? Arrays.stream(Severity.values())
                        .filter(one -> one.key().equals(typed.get("severity")))
                        .findFirst()
                        .orElseGet(() -> prompter.playbook().severity())
                : rehearsal.lines().getFirst().severity();
    }

    private Duration wait(Parameters typed, Occasion occasion) {
        try {
            return Duration.ofMinutes(Integer.parseInt(typed.get(WITHIN)));
        } catch (NumberFormatException none) {
            return policy.of(severity(typed)).cadence().of(occasion.stage());
        }
    }

    /// Everything that is known of the outage so far, for the playbook.
    Values values(Parameters typed) {
        var occasion = occasion(typed);
        var values = prompter.known()
                .of(prompter.playbook(), areas(typed, new Faults()).keySet(), rehearsal.startedAt())
                .moment(Variable.NEXT_UPDATE, played.plus(wait(typed, occasion)))
                .facts(facts(typed, new Faults()));
        var again = typed.filled("worksAgain")
                .or(() -> isFirst()
                        ? Optional.empty()
                        : prompter.playbook().worksAgain(latest().facts().impact()));
        values = again.isPresent() ? values.text(Variable.WORKS_AGAIN, again.get()) : values;
        if (occasion == Occasion.RESOLVED) {
            values = values.lasted(rehearsal.startedAt(), played);
            values = typed.filled("reason").isPresent()
                    ? values.text(Variable.FIX, typed.get("reason")).without(Condition.CAUSE_UNKNOWN)
                    : values;
            values = typed.get("leftovers").equals("something")
                    ? values.text(Variable.LEFTOVERS, typed.get("leftoversText"))
                    : values;
        }
        return prompter.typed(values, typed);
    }

    private Map<Area, State> areas(Parameters typed, Faults faults) {
        if (!isFirst()) {
            return occasion(typed) == Occasion.RESOLVED ? Map.of() : latest().areas();
        }
        return faults.read(() -> AreaFields.ticked(typed, prompter.known().catalogue()))
                .orElse(Map.of());
    }

    /// Facts are told with the first message; later ones keep them.
    private Facts facts(Parameters typed, Faults faults) {
        if (!isFirst()) {
            return rehearsal.lines().getFirst().facts();
        }
        var impact = faults.read(() -> Text.optionalProse("impact", typed.get("impact"), Facts.TEXT_LIMIT));
        var scope = faults.read(() -> Text.optionalProse("scope", typed.get("scope"), Facts.TEXT_LIMIT));
        var workaround = faults.read(
                "workaroundText",
                () -> typed.get("workaroundText").isBlank()
                        ? new Workaround.NoneYet()
                        : new Workaround.Given(typed.get("workaroundText")));
        return new Facts(
                impact.orElse(""),
                scope.orElse(""),
                workaround.orElseGet(Workaround.NoneYet::new),
                "",
                new RootCause.Unknown(),
                "",
                Optional.empty());
    }

    /// @throws Refused.Invalid with everything that is wrong with it at once
    Line line(Parameters typed, Map<String, String> words, String author) {
        var faults = new Faults();
        var occasion = occasion(typed);
        var isOver = occasion == Occasion.RESOLVED;
        var areas = areas(typed, faults);
        if (isFirst()) {
            faults.read(() -> {
                AreaFields.mustNameSome(areas, prompter.known().catalogue());
                return areas;
            });
        }
        var lacks = prompter.lacks(occasion, values(typed));
        var isEmpty = typed.get("text").isBlank();
        if (isEmpty && isFirst()) {
            lacks.forEach((field, lack) -> {
                if (!lack.isEmpty()) {
                    faults.add(field, lack);
                }
            });
        }
        var title = isFirst()
                ? faults.read(() -> Text.line("title", typed.get("title"), 200))
                : Optional.of(rehearsal.lines().getFirst().title());
        var text = faults.read(() -> Text.prose("text", typed.get("text"), 20_000));
        var answers = isOver
                ? AllClearFields.read(
                        typed, played.atZone(prompter.known().page().zone()).toLocalDate(), faults)
                : Optional.<AllClear>empty();
        var facts = facts(typed, faults);
        faults.refuseIfAny();
        return new Line(
                occasion,
                title.orElseThrow(),
                severity(typed),
                text.orElseThrow(),
                facts,
                areas,
                isOver ? Optional.empty() : Optional.of(played.plus(wait(typed, occasion))),
                isOver ? Optional.of(played) : Optional.empty(),
                answers,
                played,
                author,
                Decisions.of(
                        typed,
                        beginning(),
                        isFirst() ? words : Map.of("text", words.getOrDefault("text", "")),
                        isFirst()));
    }

    /// What can be chosen by when to speak again: what the policy says, and less or more.
    static Set<Long> waits(Duration cadence) {
        return new TreeSet<>(List.of(5L, 15L, 30L, 60L, cadence.toMinutes()));
    }
}
