package dev.allclear.shape;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Says as much as there is room for: starts from the least that makes sense and adds what is worth most first.
///
/// @param forms how each fact can be told, from its fullest form to its shortest; an empty last one means that it may
/// go
/// @param steps what to add, in this order
/// @param layout makes the text from what is told
record Fitting(Map<Fact, List<String>> forms, List<Step> steps, Function<Map<Fact, String>, String> layout) {

    /// One addition.
    sealed interface Step {
        /// Tell it at all, in the shortest form that says something.
        record Mention(Fact fact) implements Step {}

        /// Tell it as fully as there is room for.
        record Full(Fact fact) implements Step {}
    }

    /// What is told, as text, and what there was no room for.
    record Fitted(String text, Set<Fact> leftOut) {}

    /// Empty where not even the least fits.
    Optional<Fitted> within(Predicate<String> limit) {
        var told = new EnumMap<Fact, String>(Fact.class);
        forms.forEach((fact, of) -> told.put(fact, of.getLast()));
        if (!limit.test(layout.apply(told))) {
            return Optional.empty();
        }
        steps.forEach(step -> add(step, told, limit));
        var leftOut = EnumSet.noneOf(Fact.class);
        told.forEach((fact, form) -> {
            if (form.isEmpty()) {
                leftOut.add(fact);
            }
        });
        return Optional.of(new Fitted(layout.apply(told), leftOut));
    }

    /// The least that can be told, to see by how much it is too long.
    String least() {
        var told = new EnumMap<Fact, String>(Fact.class);
        forms.forEach((fact, of) -> told.put(fact, of.getLast()));
        return layout.apply(told);
    }

    private void add(Step step, Map<Fact, String> told, Predicate<String> limit) {
        switch (step) {
            case Step.Mention(var fact) -> {
                if (told.getOrDefault(fact, "").isEmpty()) {
                    var shortestFirst = forms.getOrDefault(fact, List.of()).reversed();
                    tellFirstFitting(fact, shortestFirst, told, limit);
                }
            }
            case Step.Full(var fact) -> tellFirstFitting(fact, forms.getOrDefault(fact, List.of()), told, limit);
        }
    }

    private void tellFirstFitting(Fact fact, List<String> candidates, Map<Fact, String> told, Predicate<String> limit) {
        for (var form : candidates) {
            if (form.isEmpty()) {
                continue;
            }
            var with = new EnumMap<>(told);
            with.put(fact, form);
            if (limit.test(layout.apply(with))) {
                told.put(fact, form);
                return;
            }
        }
    }
}
