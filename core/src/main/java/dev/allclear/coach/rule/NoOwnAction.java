package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import java.util.List;

/// Somebody works on it, and the message says who and what.
final class NoOwnAction implements Rule {

    @Override
    public String id() {
        return "no-own-action";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (!reading.phase().open() || reading.body().isBlank() || acts(reading.body(), page)) {
            return List.of();
        }
        return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody()));
    }

    /// Whatever we do counts; that we see it, or will write again, is nothing done.
    private static boolean acts(Prose body, GuidePage page) {
        var idle = page.words("no-action").all(body);
        return page.words("action").in(body)
                || page.words("any-action").all(body).stream()
                        .anyMatch(it ->
                                idle.stream().noneMatch(other -> other.span().overlaps(it.span())));
    }
}
