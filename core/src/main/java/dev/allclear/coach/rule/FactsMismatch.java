package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Window;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Times, shares and durations in the text are those of the fields.
final class FactsMismatch implements Rule {

    private static final Pattern SHARE =
            Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{1,2})?) ?(?:%|percent|per cent|Prozent)");
    private static final Pattern LASTED = Pattern.compile(
            "(?i)\\b(?:after|for|lasted|took|nach|dauerte|lang|within) (?:about |almost |nearly |etwa |rund |fast )?(?:(\\d{1,3}) ?(?:h|hours?|hrs?|std\\.?|stunden?)\\b)?(?:,? ?(?:and |und )?(\\d{1,4}) ?(?:min|mins|minutes?|minuten)\\b)?");

    @Override
    public String id() {
        return "facts-mismatch";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var findings = new ArrayList<Finding>();
        for (var field : Field.values()) {
            clock(reading, field, page).ifPresent(findings::add);
            share(reading, field, page).ifPresent(findings::add);
            duration(reading, field, page).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> clock(Reading reading, Field field, GuidePage page) {
        var known = known(reading);
        // One known instant may leave others unsaid; from two on, the fields tell the story.
        if (known.size() < 2) {
            return Optional.empty();
        }
        var prose = reading.prose(field);
        return prose.clockTimes().stream()
                .filter(time -> time.at().isPresent() && time.zone().isPresent())
                .filter(time ->
                        known.stream().noneMatch(it -> Clock.fits(time.at().get(), time, it, reading)))
                .findFirst()
                .map(time -> page.finding(Weight.WARN, field, time.span(), "", "found", prose.textOf(time.span())));
    }

    private static List<Instant> known(Reading reading) {
        var times = reading.context().times();
        return Stream.of(
                        times.startedAt(),
                        times.detectedAt(),
                        times.endedAt(),
                        times.nextUpdateAt(),
                        times.now(),
                        times.eta().map(it -> it.at()),
                        times.window().map(Window::start),
                        times.window().map(Window::end),
                        times.window().flatMap(Window::previousEnd))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> share(Reading reading, Field field, GuidePage page) {
        var share = reading.context().facts().affectedShare();
        var found = SHARE.matcher(reading.prose(field).text());
        if (share.isEmpty() || !found.find()) {
            return Optional.empty();
        }
        var said = Double.parseDouble(found.group(1).replace(',', '.'));
        return Math.abs(said - share.get() * 100) <= Math.max(1, share.get() * 10)
                ? Optional.empty()
                : Optional.of(page.finding(
                        Weight.WARN,
                        field,
                        new Span(found.start(), found.end()),
                        "share",
                        "found",
                        found.group(),
                        "share",
                        Math.round(share.get() * 100) + " %"));
    }

    private static Optional<Finding> duration(Reading reading, Field field, GuidePage page) {
        var times = reading.context().times();
        if (!reading.phase().over()
                || times.startedAt().isEmpty()
                || times.endedAt().isEmpty()) {
            return Optional.empty();
        }
        var took =
                Duration.between(times.startedAt().get(), times.endedAt().get()).toMinutes();
        return LASTED.matcher(reading.prose(field).text())
                .results()
                .filter(it -> it.group(1) != null || it.group(2) != null)
                .findFirst()
                .filter(it ->
                        Math.abs(minutes(it.group(1)) * 60 + minutes(it.group(2)) - took) > Math.max(5, took / 20))
                .map(it -> page.finding(
                        Weight.WARN,
                        field,
                        new Span(it.start(), it.end()),
                        "duration",
                        "found",
                        it.group(),
                        "minutes",
                        took));
    }

    private static long minutes(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
