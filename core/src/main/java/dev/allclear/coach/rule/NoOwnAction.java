package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// Somebody works on it, and the message says who and what.
final class NoOwnAction implements Rule {

    @Override
    public String id() {
        return "no-own-action";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (!reading.phase().open()
                || reading.body().isBlank()
                || page.words("action").in(reading.body())) {
            return List.of();
        }
        return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody()));
    }
}
