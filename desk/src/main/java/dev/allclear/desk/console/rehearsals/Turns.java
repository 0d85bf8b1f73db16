package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.console.Watch;
import dev.allclear.playbook.Playbook;
import dev.allclear.playbook.Question;
import dev.allclear.playbook.Variable;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.rehearsal.Rehearsal;
import dev.allclear.rehearsal.Turn;
import java.time.Instant;
import java.util.List;

/// Tells the team what happens in the outage, as colleagues would.
final class Turns {

    private Turns() {}

    /// Oldest first; none where the outage is left to the team's imagination.
    static List<TurnView> of(
            Rehearsal rehearsal, Playbook playbook, SeverityPolicy policy, Watch watch, Instant played) {
        if (!rehearsal.scenario()) {
            return List.of();
        }
        var cadence = policy.of(playbook.severity()).cadence().investigating();
        return Turn.until(played, rehearsal.startedAt(), cadence).stream()
                .map(turn -> {
                    var at = turn.at(rehearsal.startedAt(), cadence);
                    return new TurnView(at, words(turn, playbook, watch.clock(at)));
                })
                .toList();
    }

    private static String words(Turn turn, Playbook playbook, String at) {
        return switch (turn) {
            case REPORTED ->
                "Support: customers write to us. “" + answer(playbook, Variable.IMPACT, "It does not work")
                        + ".” Operations sees it too, and does not know why yet.";
            case FOUND ->
                "Operations: we have found it, a change of ours this morning. We are taking it back."
                        + " It may be told.";
            case MENDED -> "Operations: the change is taken back. It looks good; we keep watching.";
            case HELD ->
                "Operations: it has held, everything has worked since " + at + ". Left over: “"
                        + answer(playbook, Variable.LEFTOVERS, "Nothing") + ".”";
        };
    }

    private static String answer(Playbook playbook, Variable variable, String otherwise) {
        return playbook.question(variable).stream()
                .flatMap(question -> question.choices().stream())
                .map(Question.Choice::text)
                .findFirst()
                .orElse(otherwise);
    }
}
