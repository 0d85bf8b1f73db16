package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// Where credits apply, say whether, how much and how.
final class CompensationMissing implements Rule {

    @Override
    public String id() {
        return "compensation-missing";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var owed = reading.phase() == Phase.RESOLVED || reading.phase() == Phase.POSTMORTEM;
        if (!owed
                || !reading.context().facts().creditsApply().orElse(false)
                || page.words("credit").in(reading.body())) {
            return List.of();
        }
        return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody()));
    }
}
