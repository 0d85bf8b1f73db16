package dev.allclear.coach.rule;

import dev.allclear.coach.Context.AllClear;
import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// After a bad outage, say what is left over.
final class ResidualEffects implements Rule {

    @Override
    public String id() {
        return "residual-effects";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var owed = reading.context().atLeast(Impact.MAJOR)
                || reading.context().facts().holdsData().orElse(false);
        if (reading.phase() != Phase.RESOLVED
                || !owed
                || page.words("left-over").in(reading.body())) {
            return List.of();
        }
        var finding = page.finding(Weight.HINT, Field.BODY, reading.endOfBody());
        var answers = reading.context().facts().allClear();
        if (answers.isEmpty()) {
            return List.of(finding);
        }
        // That nothing is left over stands beside the text already.
        return answers.get().leftovers().stream()
                .filter(left -> !AllClear.isSaid(left, reading.body().text()))
                .map(left ->
                        finding.with(new Fix(page.sentence("button", ""), Field.BODY, reading.endOfBody(), " " + left)))
                .toList();
    }
}
