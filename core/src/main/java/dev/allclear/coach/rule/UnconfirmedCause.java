package dev.allclear.coach.rule;

import dev.allclear.coach.Context.CauseState;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// No cause before it is confirmed; a suspicion is called one.
final class UnconfirmedCause implements Rule {

    @Override
    public String id() {
        return "unconfirmed-cause";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var state = reading.context().facts().cause();
        var unsure = state.filter(it -> it == CauseState.UNKNOWN || it == CauseState.SUSPECTED)
                .isPresent();
        if (!unsure && (state.isPresent() || reading.phase() != Phase.INVESTIGATING)) {
            return List.of();
        }
        var body = reading.body();
        return body.sentences().stream()
                .filter(it -> !page.words("hedge").in(body, it))
                .flatMap(it -> page.words("cause").first(body, it).stream())
                .findFirst()
                .map(it -> page.finding(
                        unsure ? Weight.WARN : Weight.HINT, Field.BODY, it.span(), "", "found", body.textOf(it.span())))
                .stream()
                .toList();
    }
}
