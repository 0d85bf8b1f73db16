package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.status.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// All that a company says in one language about one kind of outage or planned work, written while all is well.
///
/// @param whenToUse helps the person in a hurry to choose
/// @param severity suggested; the person decides
/// @param state suggested for the affected components
/// @param words by which people search for it
/// @param questions what it asks for, the most important first
/// @param scripts one for every occasion of its kind
/// @param report for outages only
public record Playbook(
        Slug slug,
        Language language,
        String name,
        Kind kind,
        Severity severity,
        State state,
        List<String> words,
        String whenToUse,
        List<Question> questions,
        Map<Occasion, Script> scripts,
        Optional<ReportSkeleton> report) {

    /// What it speaks about.
    public enum Kind {
        OUTAGE,
        PLANNED_WORK;

        /// As written in a playbook's file: `planned work`.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Playbook {
        words = List.copyOf(words);
        questions = List.copyOf(questions);
        scripts = Map.copyOf(scripts);
        if (!scripts.keySet().equals(Set.copyOf(Occasion.of(kind)))) {
            throw new IllegalArgumentException("a playbook speaks on every occasion of its kind");
        }
        if (report.isPresent() != (kind == Kind.OUTAGE)) {
            throw new IllegalArgumentException("a report belongs to every outage and to nothing else");
        }
    }

    /// @throws IllegalArgumentException for an occasion that isn't of its kind
    public Script script(Occasion occasion) {
        var script = scripts.get(occasion);
        if (script == null) {
            throw new IllegalArgumentException(slug + " says nothing on " + occasion);
        }
        return script;
    }

    /// The message for the occasion, or the fields that it still needs.
    public Rendering<Message> fill(Occasion occasion, Values values) {
        return script(occasion).fill(values);
    }

    /// The same without the time of the next update, for forms in which that is a field of its own.
    public Rendering<Message> word(Occasion occasion, Values values) {
        return script(occasion).withoutPromise().fill(values);
    }

    /// What is to be asked before the message of this occasion can be written, the most important first.
    public List<Question> questionsFor(Occasion occasion) {
        var names = script(occasion).names();
        return questions.stream()
                .filter(question -> names.contains(question.variable()))
                .toList();
    }

    public Optional<Question> question(Variable variable) {
        return questions.stream()
                .filter(question -> question.variable() == variable)
                .findFirst();
    }

    /// How to say that this impact is over, if it was one of the answers made ready.
    public Optional<String> worksAgain(String impact) {
        return question(Variable.IMPACT).stream()
                .flatMap(question -> question.choices().stream())
                .filter(choice -> choice.text().equals(impact))
                .map(Question.Choice::worksAgain)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Whether a component of that name is likely to be hit.
    public boolean concerns(String component) {
        return Relevance.of(this).isAbout(Relevance.apart(component));
    }

    /// The occasion of the first word.
    public Occasion first() {
        return Objects.requireNonNull(Occasion.of(kind).getFirst());
    }

    /// Its place among the shipped ones: `en/payments`.
    @Override
    public String toString() {
        return language.tag() + "/" + slug;
    }
}
