package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.ClockTime;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.stream.Stream;

/// Every clock time carries a zone, or stands in a range, list or text that does.
final class TimeWithoutZone implements Rule {

    @Override
    public String id() {
        return "time-without-zone";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return Stream.of(Field.TITLE, Field.BODY)
                .flatMap(field -> reading.prose(field).clockTimes().stream()
                        .filter(time -> time.zone().isEmpty() && !knownElsewhere(time, reading))
                        .map(time -> finding(field, time, reading, page)))
                .limit(1)
                .toList();
    }

    private static boolean knownElsewhere(ClockTime time, Reading reading) {
        return time.at().isPresent()
                && reading.clockTimes()
                        .limit(100)
                        .anyMatch(
                                other -> other.zone().isPresent() && other.at().equals(time.at()));
    }

    private static Finding finding(Field field, ClockTime time, Reading reading, GuidePage page) {
        var weight = reading.phase() == Phase.MAINTENANCE_SCHEDULED
                        && reading.context().times().window().isPresent()
                ? Weight.ERROR
                : Weight.WARN;
        var found = reading.prose(field).textOf(time.span());
        var zone = reading.context().house().displayZone();
        if (zone.isEmpty()) {
            return page.finding(weight, field, time.span(), "", "found", found);
        }
        var times = reading.context().times();
        var around = times.now().or(times::startedAt).or(() -> times.window().map(it -> it.start()));
        var name = around.map(it -> Clock.zoneName(it, zone.get()))
                .orElse(zone.get().getId());
        return page.finding(weight, field, time.span(), "known", "found", found, "zone", name)
                .with(new Fix(
                        page.sentence("button", "", "zone", name),
                        field,
                        new Span(time.end(), time.end()),
                        " " + name));
    }
}
