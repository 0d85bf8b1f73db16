package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times that can be meant in one way only.
final class AmbiguousTime implements Rule {

    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/.])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])(?:/(?:\\d{4}|\\d\\d))?(?![\\d/])");
    private static final Pattern LETTERS =
            Pattern.compile("(?<![\\p{L}\\p{N}+])(?:IST|CST|BST)(?![\\p{L}\\p{N}]| ?[(/])");

    @Override
    public String id() {
        return "ambiguous-time";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var weight = reading.phase().planned() ? Weight.WARN : Weight.HINT;
        var findings = new ArrayList<Finding>();
        for (var field : Field.values()) {
            var prose = reading.prose(field);
            MachineNames.first(SLASHED.matcher(prose.text()))
                    .ifPresent(it -> findings.add(page.finding(weight, field, it, "date", "found", prose.textOf(it))));
            if (reading.clockTimes().findAny().isPresent() && !prose.text().contains("UTC")) {
                MachineNames.first(LETTERS.matcher(prose.text()))
                        .ifPresent(it -> findings.add(
                                page.finding(Weight.HINT, field, it, "letters", "found", prose.textOf(it))));
            }
            if (page.language().equals(reading.language())) {
                page.words("midnight")
                        .first(prose)
                        .ifPresent(it -> findings.add(
                                page.finding(weight, field, it.span(), "midnight", "found", prose.textOf(it.span()))));
                relative(reading, field, page)
                        .ifPresent(it -> findings.add(page.finding(weight, field, it, "", "found", prose.textOf(it))));
            }
        }
        return findings;
    }

    /// A mail may be read the day after; a page says when it was written.
    private static Optional<Span> relative(Reading reading, Field field, GuidePage page) {
        var prose = reading.prose(field);
        return reading.channel() == Channel.EMAIL && !page.words("date").in(prose)
                ? page.words("relative").first(prose).map(Match::span)
                : Optional.empty();
    }
}
