package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Sentence;
import java.util.List;

/// While an incident is open, a message ends with a time for the next one.
final class NoNextUpdate implements Rule {

    @Override
    public String id() {
        return "no-next-update";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (!reading.phase().open()) {
            return List.of();
        }
        var planned = reading.context().times().nextUpdateAt();
        var promised = planned.isPresent() && Clock.tells(reading, planned.get());
        if (promised || (planned.isEmpty() && promises(reading, page))) {
            return List.of();
        }
        if (planned.isEmpty()) {
            return List.of(page.finding(weight(reading), Field.BODY, reading.endOfBody()));
        }
        var time = Clock.shown(planned.get(), reading.context().house().displayZone());
        var sentence = page.sentence("sentence", "", "time", time);
        var text = reading.body().isBlank() ? sentence : " " + sentence;
        var variant = promises(reading, page) ? "different" : "known";
        var weight = variant.equals("different") ? Weight.ERROR : weight(reading);
        return List.of(page.finding(weight, Field.BODY, reading.endOfBody(), variant, "time", time)
                .with(new Fix(page.sentence("button", "", "time", time), Field.BODY, reading.endOfBody(), text)));
    }

    private static Weight weight(Reading reading) {
        if (reading.context().atLeast(Impact.CRITICAL)) {
            return Weight.ERROR;
        }
        return reading.context().atLeast(Impact.MAJOR) ? Weight.WARN : Weight.HINT;
    }

    private static boolean promises(Reading reading, GuidePage page) {
        // Without rules for a language we only know that no time at all can't be a time.
        if (!page.language().equals(reading.language())) {
            return reading.body().text().chars().anyMatch(Character::isDigit);
        }
        return reading.body().sentences().stream().anyMatch(it -> promises(reading.body(), it, page));
    }

    private static boolean promises(Prose body, Sentence sentence, GuidePage page) {
        return page.words("promise").in(body, sentence)
                && page.words("ahead").in(body, sentence)
                && !page.words("not-ahead").in(body, sentence);
    }
}
