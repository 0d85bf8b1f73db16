package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import java.util.List;
import java.util.stream.Stream;

/// The words are as big as the numbers.
final class Downplay implements Rule {

    private static final double MANY = 0.25;

    @Override
    public String id() {
        return "downplay";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var facts = reading.context().facts();
        var big = facts.affectedShare()
                .map(it -> it > MANY)
                .orElse(reading.context().atLeast(Impact.CRITICAL));
        var small = facts.impact().filter(it -> it == Impact.MINOR).isPresent();
        if (!big && !small) {
            return List.of();
        }
        // How bad it is says nothing about how many it hits.
        var counted = facts.affectedShare().isPresent() || reading.anywhere(page.words("most"));
        var lists = big ? (counted ? List.of("small", "few") : List.of("small")) : List.of("big");
        return Stream.of(Field.values())
                .flatMap(field -> lists.stream()
                        .flatMap(list -> page.words(list).first(reading.prose(field)).stream())
                        .map(it -> page.finding(
                                big ? Weight.WARN : Weight.HINT,
                                field,
                                it.span(),
                                big ? "" : "big",
                                "found",
                                reading.prose(field).textOf(it.span()))))
                .limit(1)
                .toList();
    }
}
