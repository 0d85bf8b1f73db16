package dev.allclear.playbook;

import dev.allclear.playbook.Question.Choice;
import dev.allclear.playbook.Section.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a playbook asks for: `- {scope} Who is affected?`, and below it, indented, the answers made ready.
final class QuestionReader {

    private static final Pattern QUESTION = Pattern.compile("- \\{(\\w+)} (\\S.*)");
    private static final Pattern CHOICE = Pattern.compile(" {2}- (\\S.*)");
    private static final String ARROW = " -> ";

    private final List<Mistake> mistakes;
    private final EnumSet<Variable> asked = EnumSet.noneOf(Variable.class);

    QuestionReader(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    List<Question> read(Section section) {
        var questions = new ArrayList<Question>();
        for (var line : section.lines()) {
            var choice = CHOICE.matcher(line.text());
            if (choice.matches() && !questions.isEmpty()) {
                questions.set(questions.size() - 1, with(questions.getLast(), choice(choice.group(1))));
            } else if (!line.text().isBlank()) {
                question(line).ifPresent(questions::add);
            }
        }
        return questions;
    }

    private Optional<Question> question(Line line) {
        var matcher = QUESTION.matcher(line.text());
        if (!matcher.matches()) {
            mistakes.add(new Mistake(
                    line.number(),
                    1,
                    "A question looks like \"- {scope} Who is affected?\", its answers like \"  - Everybody\"."));
            return Optional.empty();
        }
        var variable = Variable.named(matcher.group(1));
        if (variable.isEmpty()) {
            mistakes.add(new Mistake(line.number(), 3, "There is no variable {" + matcher.group(1) + "}."));
        } else if (!asked.add(variable.get())) {
            mistakes.add(new Mistake(line.number(), 3, "{" + matcher.group(1) + "} is asked for twice."));
        }
        return variable.map(found -> new Question(found, matcher.group(2), List.of()));
    }

    private static Choice choice(String text) {
        var arrow = text.indexOf(ARROW);
        return arrow < 0
                ? new Choice(text, Optional.empty())
                : new Choice(text.substring(0, arrow), Optional.of(text.substring(arrow + ARROW.length())));
    }

    private static Question with(Question question, Choice choice) {
        var all = new ArrayList<>(question.choices());
        all.add(choice);
        return new Question(question.variable(), question.prompt(), all);
    }
}
