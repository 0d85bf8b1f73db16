package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Earlier;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.time.Duration;
import java.util.List;

/// When an update comes later than promised, it says so.
final class PromiseMissed implements Rule {

    private static final Duration GRACE = Duration.ofMinutes(10);

    @Override
    public String id() {
        return "promise-missed";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var promised = reading.context().last().flatMap(Earlier::promisedNextAt);
        var now = reading.context().times().now();
        if (promised.isEmpty() || now.isEmpty() || page.words("late").in(reading.body())) {
            return List.of();
        }
        var late = Duration.between(promised.get(), now.get());
        if (late.compareTo(GRACE) <= 0) {
            return List.of();
        }
        var sentence = page.sentence("sentence", "", "minutes", late.toMinutes());
        return List.of(page.finding(Weight.WARN, Field.BODY, Span.NOWHERE, "", "minutes", late.toMinutes())
                .with(new Fix(page.sentence("button", ""), Field.BODY, Span.NOWHERE, sentence + " ")));
    }
}
