package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Component;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One name for one thing, and the one that customers know.
final class TermDrift implements Rule {

    private static final int LETTERS = 6;

    @Override
    public String id() {
        return "term-drift";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var components = reading.context().house().components();
        return Stream.of(Field.values())
                .flatMap(field -> components.stream()
                        .flatMap(it ->
                                internalName(reading, field, it, page)
                                        .or(() -> almost(reading, field, it, page))
                                        .stream()))
                .toList();
    }

    private static Optional<Finding> internalName(Reading reading, Field field, Component component, GuidePage page) {
        var prose = reading.prose(field);
        if (component
                .publicName()
                .filter(it -> !it.equalsIgnoreCase(component.name()))
                .isEmpty()) {
            return Optional.empty();
        }
        return PhraseBook.ofNames(List.of(component.name()))
                .first(prose)
                .map(it -> finding(page, Weight.WARN, field, it.span(), prose, component, ""));
    }

    private static Optional<Finding> almost(Reading reading, Field field, Component component, GuidePage page) {
        var prose = reading.prose(field);
        var name = component.shown();
        return prose.tokens().stream()
                .filter(it -> name.length() >= LETTERS
                        && it.written().length() >= LETTERS
                        && Character.isUpperCase(it.written().charAt(0)))
                .filter(it -> isOneEditAway(it.word(), name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(it ->
                        finding(page, Weight.HINT, field, new Span(it.start(), it.end()), prose, component, "almost"));
    }

    private static Finding finding(
            GuidePage page, Weight weight, Field field, Span span, Prose prose, Component component, String variant) {
        return page.finding(weight, field, span, variant, "found", prose.textOf(span), "name", component.shown())
                .with(new Fix(page.sentence("button", "", "name", component.shown()), field, span, component.shown()));
    }

    /// One letter more, less or other; a plural is no drift.
    private static boolean isOneEditAway(String word, String name) {
        if (word.equals(name)
                || word.equals(name + "s")
                || name.equals(word + "s")
                || Math.abs(word.length() - name.length()) > 1) {
            return false;
        }
        var same = 0;
        while (same < Math.min(word.length(), name.length()) && word.charAt(same) == name.charAt(same)) {
            same++;
        }
        var shorter = Math.min(word.length(), name.length());
        var tail = word.length() == name.length() ? shorter - same - 1 : shorter - same;
        return tail >= 0 && word.regionMatches(word.length() - tail, name, name.length() - tail, tail);
    }
}
