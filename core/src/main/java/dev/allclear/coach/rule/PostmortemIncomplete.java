package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;
import java.util.stream.Stream;

/// A report tells what happened, to whom, why, how it was fixed, and what changes.
final class PostmortemIncomplete implements Rule {

    @Override
    public String id() {
        return "postmortem-incomplete";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (reading.phase() != Phase.POSTMORTEM || reading.body().isBlank()) {
            return List.of();
        }
        var missing = Stream.of("happened", "effect", "cause", "repair", "prevention", "apology")
                .filter(it -> !reading.anywhere(page.words(it)))
                .map(it -> page.sentence("part", it))
                .toList();
        if (!missing.isEmpty()) {
            return List.of(page.finding(
                    Weight.WARN, Field.BODY, reading.endOfBody(), "", "missing", String.join(", ", missing)));
        }
        return page.words("dated").in(reading.body())
                ? List.of()
                : List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody(), "date"));
    }
}
