package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;

/// Since when it has been so.
final class NoSince implements Rule {

    @Override
    public String id() {
        return "no-since";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var shown = reading.channel() == Channel.STATUS
                && reading.context().times().startedAt().isPresent();
        if (!(reading.phase().open() || reading.phase() == Phase.RESOLVED)
                || shown
                || reading.body().isBlank()
                || page.words("since").in(reading.body())) {
            return List.of();
        }
        var started = reading.context().times().startedAt();
        if (started.isPresent() && Clock.tells(reading, started.get())) {
            return List.of();
        }
        return List.of(started.map(it -> page.finding(
                        Weight.HINT,
                        Field.BODY,
                        reading.endOfBody(),
                        "known",
                        "time",
                        Clock.shown(it, reading.context().house().displayZone())))
                .orElseGet(() -> page.finding(Weight.HINT, Field.BODY, reading.endOfBody())));
    }
}
