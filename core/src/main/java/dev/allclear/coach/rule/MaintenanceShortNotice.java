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
        var window = times.window().get();
        var notice = Duration.between(times.now().get(), window.start());
        // Whoever has agreed on another notice is held to that.
        var least = window.leastNotice().orElse(NOTICE);
        return notice.compareTo(least) >= 0
                ? List.of()
                : List.of(page.finding(
                        Weight.WARN,
                        Field.BODY,
                        Span.NOWHERE,
                        least.equals(NOTICE) ? "" : "policy",
                        "days",
                        Math.max(0, notice.toDays()),
                        "least",
                        least.toHours() % 24 == 0 ? least.toDays() + " d" : least.toHours() + " h"));
    }
}
