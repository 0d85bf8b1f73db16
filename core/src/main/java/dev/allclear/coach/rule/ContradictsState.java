package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Component;
import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Context.State;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words say what the components say.
final class ContradictsState implements Rule {

    @Override
    public String id() {
        return "contradicts-state";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var states = reading.context().house().components().stream()
                .flatMap(it -> it.state().stream())
                .toList();
        var bad = states.stream().anyMatch(it -> it.compareTo(State.DEGRADED) >= 0);
        var findings = new ArrayList<Finding>();
        if (states.isEmpty()) {
            return grave(reading, page);
        }
        if (bad) {
            for (var field : Field.values()) {
                allGood(reading.prose(field), page)
                        .ifPresent(it -> findings.add(page.finding(
                                Weight.ERROR,
                                field,
                                it,
                                "",
                                "found",
                                reading.prose(field).textOf(it),
                                "component",
                                worst(reading))));
            }
            if (findings.isEmpty()
                    && reading.phase() == Phase.RESOLVED
                    && states.stream().anyMatch(it -> it.compareTo(State.PARTIAL) >= 0)) {
                findings.add(
                        page.finding(Weight.ERROR, Field.BODY, Span.NOWHERE, "resolved", "component", worst(reading)));
            }
        } else if (reading.phase() == Phase.INVESTIGATING && states.stream().allMatch(it -> it == State.OPERATIONAL)) {
            page.words("down")
                    .first(reading.body())
                    .ifPresent(it -> findings.add(page.finding(
                            Weight.ERROR,
                            Field.BODY,
                            it.span(),
                            "green",
                            "found",
                            reading.body().textOf(it.span()))));
        }
        return findings;
    }

    /// Where no part is known, the severity is.
    private static List<Finding> grave(Reading reading, GuidePage page) {
        if (!reading.phase().open() || !reading.context().atLeast(Impact.CRITICAL)) {
            return List.of();
        }
        return allGood(reading.body(), page)
                .map(it -> page.finding(
                        Weight.ERROR,
                        Field.BODY,
                        it,
                        "grave",
                        "found",
                        reading.body().textOf(it)))
                .stream()
                .toList();
    }

    private static Optional<Span> allGood(Prose prose, GuidePage page) {
        return prose.sentences().stream()
                .filter(it -> !page.words("not-now").in(prose, it))
                .flatMap(it -> page.words("all-good").first(prose, it).stream())
                .map(Match::span)
                .findFirst();
    }

    private static String worst(Reading reading) {
        return reading.context().house().components().stream()
                .filter(it -> it.state()
                        .filter(state -> state.compareTo(State.DEGRADED) >= 0)
                        .isPresent())
                .map(Component::shown)
                .findFirst()
                .orElse("");
    }
}
