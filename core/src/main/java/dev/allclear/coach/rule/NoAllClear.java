package dev.allclear.coach.rule;

import dev.allclear.coach.Context.AllClear;
import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.wording.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The last message says plainly that it is over, and what works again, since when, why, or what comes next.
final class NoAllClear implements Rule {

    private static final int INFORMATIVE = 2;

    @Override
    public String id() {
        return "no-all-clear";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (!reading.phase().over()) {
            return List.of();
        }
        var body = reading.body();
        var goingOn = page.words("going-on").in(body);
        var over = page.words("over").in(body) || (page.words("past").in(body) && !goingOn);
        var hedge = page.words("hedge").first(body);
        if (hedge.isPresent()) {
            return List.of(page.finding(
                    Weight.WARN,
                    Field.BODY,
                    hedge.get().span(),
                    "hedged",
                    "found",
                    body.textOf(hedge.get().span())));
        }
        if (!over) {
            return List.of(page.finding(Weight.WARN, Field.BODY, reading.endOfBody(), "open"));
        }
        if (!tells(reading, page)) {
            return List.of(page.finding(Weight.WARN, Field.BODY, reading.endOfBody()));
        }
        return missing(reading, page).stream().toList();
    }

    /// Without the words of which a stamp is made, something is left to read.
    private static boolean tells(Reading reading, GuidePage page) {
        var body = reading.body();
        if (!body.clockTimes().isEmpty()
                || page.words("duration-word").in(body)
                || reading.names().in(body)) {
            return true;
        }
        var bare = page.words("bare").all(body).size();
        return body.tokens().size() - bare >= (reading.phase() == Phase.MAINTENANCE_DONE ? 1 : INFORMATIVE);
    }

    /// After a bad outage the readers are owed more: how long, why, and what comes next.
    private static Optional<Finding> missing(Reading reading, GuidePage page) {
        if (!reading.context().atLeast(Impact.MAJOR) || reading.phase() != Phase.RESOLVED) {
            return Optional.empty();
        }
        var missing = Stream.of("duration", "cause", "next")
                .filter(part -> !page.words(part + "-word").in(reading.body()))
                .filter(part -> answer(reading, page, part)
                        .filter(sentence ->
                                AllClear.isSaid(sentence, reading.body().text()))
                        .isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var finding = page.finding(
                Weight.WARN,
                Field.BODY,
                reading.endOfBody(),
                "missing",
                "missing",
                missing.stream().map(part -> page.sentence(part, "")).collect(Collectors.joining(", ")));
        var known = missing.stream()
                .flatMap(part -> answer(reading, page, part).stream())
                .map(sentence -> " " + sentence)
                .collect(Collectors.joining());
        return Optional.of(
                known.isEmpty()
                        ? finding
                        : finding.with(new Fix(page.sentence("button", ""), Field.BODY, reading.endOfBody(), known)));
    }

    /// What the fields say of it.
    private static Optional<String> answer(Reading reading, GuidePage page, String part) {
        var answers = reading.context().facts().allClear();
        var times = reading.context().times();
        return switch (part) {
            case "duration" ->
                times.startedAt()
                        .flatMap(start -> times.endedAt()
                                .map(end -> page.sentence(
                                        "sentence", "duration", "length", Times.length(Duration.between(start, end)))));
            case "cause" -> answers.map(AllClear::reason);
            default -> answers.flatMap(AllClear::nextStep);
        };
    }
}
