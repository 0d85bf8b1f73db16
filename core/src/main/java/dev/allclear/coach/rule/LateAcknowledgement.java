package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.time.Duration;
import java.util.List;

/// The first message follows within minutes, even when little is known.
final class LateAcknowledgement implements Rule {

    @Override
    public String id() {
        return "late-acknowledgement";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var times = reading.context().times();
        var impact = reading.context().facts().impact().filter(it -> it != Impact.NONE);
        if (!reading.phase().open()
                || !reading.context().earlier().isEmpty()
                || times.now().isEmpty()
                || times.detectedAt().isEmpty()
                || impact.isEmpty()
                || times.endedAt().isPresent()) {
            return List.of();
        }
        var minutes =
                Duration.between(times.detectedAt().get(), times.now().get()).toMinutes();
        return minutes <= limit(impact.get())
                ? List.of()
                : List.of(page.finding(Weight.WARN, Field.BODY, Span.NOWHERE, "", "minutes", minutes));
    }

    private static long limit(Impact impact) {
        return switch (impact) {
            case CRITICAL -> 5;
            case MAJOR -> 15;
            case MINOR, NONE -> 30;
        };
    }
}
