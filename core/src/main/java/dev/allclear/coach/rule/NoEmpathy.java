package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// After something bad, say sorry for what it did to people.
final class NoEmpathy implements Rule {

    @Override
    public String id() {
        return "no-empathy";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var owed = reading.phase() == Phase.RESOLVED
                || reading.phase() == Phase.POSTMORTEM
                || (reading.phase().open() && !reading.context().earlier().isEmpty());
        if (!owed || !reading.context().atLeast(Impact.MAJOR) || reading.anywhere(page.words("apology"))) {
            return List.of();
        }
        return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody()));
    }
}
