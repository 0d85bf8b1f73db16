package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;

/// When planned work moves: the old end, the new one, and why.
final class DelayNotice implements Rule {

    @Override
    public String id() {
        return "delay-notice";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var times = reading.context().times();
        var moved = times.window()
                .filter(it ->
                        it.previousEnd().filter(old -> old.isBefore(it.end())).isPresent());
        if (!reading.phase().ahead() || moved.isEmpty()) {
            return List.of();
        }
        var window = moved.get();
        var missing = new ArrayList<String>();
        if (!Clock.tells(reading, window.end())) {
            missing.add(page.sentence("new", ""));
        }
        if (!Clock.tells(reading, window.previousEnd().orElseThrow()) && !reading.anywhere(page.words("longer"))) {
            missing.add(page.sentence("old", ""));
        }
        if (!reading.anywhere(page.words("reason"))) {
            missing.add(page.sentence("reason", ""));
        }
        if (!missing.isEmpty()) {
            return List.of(page.finding(
                    Weight.WARN, Field.BODY, reading.endOfBody(), "", "missing", String.join(", ", missing)));
        }
        var late = times.now()
                .filter(it -> it.isAfter(window.previousEnd().orElseThrow()))
                .isPresent();
        return late ? List.of(page.finding(Weight.WARN, Field.BODY, Span.NOWHERE, "late")) : List.of();
    }
}
