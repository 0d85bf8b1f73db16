package dev.allclear.playbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// What a message must hold whatever its words are: a promise while it is open, a full account when it is over.
final class Completeness {

    private Completeness() {}

    static List<Mistake> faults(Occasion occasion, Script script, int line) {
        var faults = new ArrayList<Mistake>();
        if (script.body().parts().isEmpty()) {
            faults.add(new Mistake(line, 1, "There is a title but no text."));
        } else if (occasion.promises() && !script.body().needs().contains(Variable.NEXT_UPDATE)) {
            faults.add(new Mistake(line, 1, "This message must promise the next one: put {nextUpdate} into its text."));
        }
        var told = script.body().names();
        if (occasion == Occasion.RESOLVED) {
            if (!told.containsAll(EnumSet.of(Variable.RESTORED_AT, Variable.DURATION))) {
                faults.add(
                        new Mistake(line, 1, "An all-clear says since when and how long: {restoredAt}, {duration}."));
            }
            if (!told.contains(Variable.CAUSE) && !told.contains(Variable.FIX)) {
                faults.add(new Mistake(line, 1, "An all-clear tells cause or fix: {cause}, {fix}."));
            }
        }
        if (occasion == Occasion.SCHEDULED && !told.containsAll(EnumSet.of(Variable.WINDOW, Variable.IMPACT))) {
            faults.add(new Mistake(line, 1, "An announcement says when, and what stops: {window}, {impact}."));
        }
        return faults;
    }

    /// Whatever the first message can't do without is asked for, or known without asking.
    static List<Mistake> unasked(Script first, List<Question> questions) {
        var asked = questions.stream().map(Question::variable).toList();
        return first.needs().stream()
                .filter(variable -> !variable.isGiven() && !asked.contains(variable))
                .map(variable -> "The first message needs {" + variable.key() + "}, so Ask must ask for it.")
                .map(what -> new Mistake(1, 1, what))
                .toList();
    }
}
