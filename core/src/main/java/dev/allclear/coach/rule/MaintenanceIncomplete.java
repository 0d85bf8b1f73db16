package dev.allclear.coach.rule;

import dev.allclear.coach.Context;
import dev.allclear.coach.Context.Detail;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Planned work is announced with start, end, zone, effect, reason and what to do.
final class MaintenanceIncomplete implements Rule {

    @Override
    public String id() {
        return "maintenance-incomplete";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (reading.phase() != Phase.MAINTENANCE_SCHEDULED || reading.body().isBlank()) {
            return List.of();
        }
        var missing = new ArrayList<String>();
        var window = reading.context().times().window();
        var told = window.map(it -> Clock.tells(reading, it.start())
                        && (Clock.tells(reading, it.end())
                                || page.words("duration").in(reading.body())))
                .orElse(reading.clockTimes().count() >= 2
                        || (reading.clockTimes().findAny().isPresent() && reading.anywhere(page.words("duration"))));
        var beside = window.map(Context.Window::told).orElse(Set.of());
        var effect = beside.contains(Detail.IMPACT) || reading.anywhere(page.words("effect"));
        if (!told) {
            missing.add(page.sentence("window", ""));
        }
        if (!effect) {
            missing.add(page.sentence("impact", ""));
        }
        if (!beside.contains(Detail.REASON) && !reading.anywhere(page.words("reason"))) {
            missing.add(page.sentence("reason", ""));
        }
        if (!beside.contains(Detail.ACTION) && !reading.anywhere(page.words("action"))) {
            missing.add(page.sentence("action", ""));
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        var broken = window.isPresent() && (!told || !effect);
        return List.of(page.finding(
                broken ? Weight.ERROR : !told || !effect ? Weight.WARN : Weight.HINT,
                Field.BODY,
                reading.endOfBody(),
                "",
                "missing",
                String.join(", ", missing)));
    }
}
