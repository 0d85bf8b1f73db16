package dev.allclear.playbook;

import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import dev.allclear.maintenance.Window;
import dev.allclear.playbook.Variable.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of an incident or planned work, written for readers. What is empty is not known.
public final class Values {

    private final Formats formats;
    private final Map<Variable, String> texts;
    private final Set<Condition> states;

    private Values(Formats formats, Map<Variable, String> texts, Set<Condition> states) {
        this.formats = formats;
        this.texts = texts;
        this.states = states;
    }

    public static Values none(Formats formats) {
        return new Values(formats, new EnumMap<>(Variable.class), EnumSet.noneOf(Condition.class));
    }

    public Values text(Variable variable, String text) {
        var plain = text.strip().replaceAll("[ \t]{2,}", " ");
        return switch (variable.shape()) {
            case NAME -> put(variable, plain.replaceAll("\\s+", " "));
            case PROSE -> put(variable, plain);
            case NAMES, MOMENT, LENGTH, WINDOW -> throw new IllegalArgumentException(variable + " is no text");
        };
    }

    public Values names(Variable variable, List<String> names) {
        return names.isEmpty() ? put(variable, "") : put(shaped(variable, Shape.NAMES), formats.list(names));
    }

    public Values moment(Variable variable, Instant at) {
        return put(shaped(variable, Shape.MOMENT), formats.moment(at));
    }

    public Values length(Variable variable, Duration length) {
        return put(shaped(variable, Shape.LENGTH), formats.length(length));
    }

    /// When it began, when it was over and how long that is.
    public Values lasted(Instant since, Instant restoredAt) {
        return moment(Variable.SINCE, since)
                .moment(Variable.RESTORED_AT, restoredAt)
                .length(Variable.DURATION, Duration.between(since, restoredAt));
    }

    public Values window(Window window) {
        return moment(Variable.WINDOW_START, window.start())
                .moment(Variable.WINDOW_END, window.end())
                .length(Variable.WINDOW_LENGTH, Duration.between(window.start(), window.end()))
                .put(Variable.WINDOW, formats.window(window));
    }

    /// What the incident says of itself. A suspicion and a confirmed cause never stand in for one another.
    public Values facts(Facts facts) {
        var noticed = said(Variable.IMPACT, facts.impact())
                .said(Variable.SCOPE, facts.scope())
                .said(Variable.DOING, facts.doing())
                .said(Variable.FIX, facts.fix());
        var estimated = facts.estimate()
                .map(estimate -> noticed.moment(Variable.ESTIMATE, estimate.restoredBy()))
                .orElse(noticed);
        return estimated.workaround(facts.workaround()).cause(facts.cause());
    }

    /// What the facts are silent about may be known from elsewhere.
    private Values said(Variable variable, String text) {
        return text.isBlank() ? this : text(variable, text);
    }

    private Values workaround(Workaround workaround) {
        return switch (workaround) {
            case Workaround.Given(var text) -> text(Variable.WORKAROUND, text);
            case Workaround.NoneYet _ -> state(Condition.NO_WORKAROUND_YET);
            case Workaround.NotNeeded _ -> this;
        };
    }

    private Values cause(RootCause cause) {
        return switch (cause) {
            case RootCause.Unknown _ -> state(Condition.CAUSE_UNKNOWN);
            case RootCause.Suspected(var text) -> text(Variable.SUSPECTED_CAUSE, text);
            case RootCause.Confirmed(var text) -> text(Variable.CAUSE, text);
            case RootCause.ConfirmedNotPublic _ -> state(Condition.CAUSE_NOT_PUBLIC);
        };
    }

    /// For what turns out to be known after all.
    public Values without(Condition condition) {
        var next = EnumSet.noneOf(Condition.class);
        next.addAll(states);
        next.remove(condition);
        return new Values(formats, texts, next);
    }

    public boolean knows(Variable variable) {
        return texts.containsKey(variable);
    }

    Optional<String> get(Variable variable) {
        return Optional.ofNullable(texts.get(variable));
    }

    boolean holds(Condition condition) {
        return switch (condition) {
            case SCOPE_UNKNOWN -> !knows(Variable.SCOPE);
            case NO_ESTIMATE -> !knows(Variable.ESTIMATE);
            case NO_WORKAROUND_YET -> states.contains(condition) && !knows(Variable.WORKAROUND);
            case CAUSE_UNKNOWN ->
                states.contains(condition) && !knows(Variable.CAUSE) && !knows(Variable.SUSPECTED_CAUSE);
            case CAUSE_NOT_PUBLIC -> states.contains(condition);
        };
    }

    private static Variable shaped(Variable variable, Shape shape) {
        if (variable.shape() != shape) {
            throw new IllegalArgumentException(variable + " is not of shape " + shape);
        }
        return variable;
    }

    private Values put(Variable variable, String text) {
        var next = new EnumMap<Variable, String>(Variable.class);
        next.putAll(texts);
        if (text.isEmpty()) {
            next.remove(variable);
        } else {
            next.put(variable, text);
        }
        return new Values(formats, next, states);
    }

    private Values state(Condition condition) {
        var next = EnumSet.noneOf(Condition.class);
        next.addAll(states);
        next.add(condition);
        return new Values(formats, texts, next);
    }
}
