package dev.allclear.shape;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Makes a short text: with the impact in the author's words if at all possible, then condensed, then by the author's
/// title, and at last by the state of the component.
final class Shortening {

    private final Said said;
    private final String link;

    /// @param link the address as it stands in this shape, or empty
    Shortening(Said said, String link) {
        this.said = said;
        this.link = link;
    }

    /// @param excess by how many units a text is too long; 0 and less where it fits
    Shaped within(ToIntFunction<String> excess) {
        Predicate<String> fits = text -> excess.applyAsInt(text) <= 0;
        for (var impact : impacts()) {
            for (var names : names()) {
                var fitted = fitting(impact, names).within(fits);
                if (fitted.isPresent()) {
                    return new Shaped.Ready(
                            Copy.of(fitted.get().text()), leftOut(fitted.get().told()));
                }
            }
        }
        return thin(excess, fits);
    }

    private Shaped thin(ToIntFunction<String> excess, Predicate<String> fits) {
        var least = new ArrayList<>(impacts().getLast());
        var by = excess.applyAsInt(fitting(List.of(least.getLast()), names().getFirst()).least());
        var states = said.states();
        if (!states.isEmpty()) {
            for (var names : names()) {
                var fitted = fitting(List.of(states), names).within(fits);
                if (fitted.isPresent()) {
                    var leftOut = leftOut(fitted.get().told());
                    leftOut.add(Fact.IMPACT);
                    return new Shaped.Thin(Copy.of(fitted.get().text()), leftOut, Math.max(1, by));
                }
            }
        }
        return new Shaped.TooLong(Fact.IMPACT, Math.max(1, by));
    }

    /// Ways to tell the impact, from the best; each a list of forms.
    private List<List<String>> impacts() {
        var words = said.message.words();
        var ways = new ArrayList<List<String>>();
        if (words.impact() != null) {
            ways.add(Clauses.forms(words.impact()));
            var condensed = new Condensed(said.vocabulary).of(words.impact());
            if (!condensed.isEmpty()) {
                ways.add(condensed);
            }
        }
        if (words.title() != null) {
            ways.add(List.of(words.title()));
        }
        if (ways.isEmpty()) {
            ways.add(List.of(said.states().isEmpty() ? said.vocabulary.get("impact.unknown") : said.states()));
        }
        return ways;
    }

    /// With a name first; without one only where it takes more room than it is worth, and a link tells who speaks.
    private List<List<String>> names() {
        var names = said.names();
        return link.isEmpty() ? List.of(names) : List.of(names, List.of(""));
    }

    private Fitting fitting(List<String> impact, List<String> names) {
        return new ShortText(said).fitting(impact, names, link);
    }

    private Set<Fact> leftOut(Set<Fact> told) {
        var all = new ShortText(said)
                .fitting(List.of("impact"), said.names(), link)
                .forms()
                .keySet();
        var leftOut = EnumSet.noneOf(Fact.class);
        Stream.of(Fact.values())
                .filter(fact -> all.contains(fact) && !told.contains(fact))
                .forEach(leftOut::add);
        return leftOut;
    }
}
