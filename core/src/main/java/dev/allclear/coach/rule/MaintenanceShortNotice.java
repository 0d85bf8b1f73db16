package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.time.Duration;
import java.util.List;

/// At least a week ahead, unless it can not wait.
final class MaintenanceShortNotice implements Rule {

    private static final Duration NOTICE = Duration.ofDays(7);

    @Override
    public String id() {
        return "maintenance-short-notice";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var times = reading.context().times();
        if (reading.phase() != Phase.MAINTENANCE_SCHEDULED
                || times.window().isEmpty()
                || times.now().isEmpty()
                || reading.context().facts().emergency().orElse(false)
                || !reading.context().earlier().isEmpty()) {
            return List.of();
        }
        var notice = Duration.between(times.now().get(), times.window().get().start());
        return notice.compareTo(NOTICE) >= 0
                ? List.of()
                : List.of(
                        page.finding(Weight.WARN, Field.BODY, Span.NOWHERE, "", "days", Math.max(0, notice.toDays())));
    }
}
