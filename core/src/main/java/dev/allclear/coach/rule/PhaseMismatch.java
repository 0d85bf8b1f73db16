package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// The words fit the phase in which the message is posted.
final class PhaseMismatch implements Rule {

    @Override
    public String id() {
        return "phase-mismatch";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var body = reading.body();
        var phase = reading.phase();
        var cues = phase.open()
                ? "over"
                : phase == Phase.MAINTENANCE_SCHEDULED ? "done" : phase.over() ? "going-on" : "none";
        if (cues.equals("none")) {
            return List.of();
        }
        return body.sentences().stream()
                .filter(it -> !page.words("allowed").in(body, it))
                .flatMap(it -> page.words(cues.equals("over") ? "said-over" : cues).first(body, it).stream())
                .findFirst()
                .map(it -> page.finding(
                        phase.over() ? Weight.ERROR : Weight.WARN,
                        Field.BODY,
                        it.span(),
                        cues,
                        "found",
                        body.textOf(it.span()),
                        "phase",
                        phase.written()))
                .stream()
                .toList();
    }
}
