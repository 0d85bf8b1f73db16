package dev.allclear.shape;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Makes a short text: with the impact in the author's words if at all possible, then condensed, then by the author's
/// title, and at last by the state of the component.
final class Shortening {

    /// An address longer than this would take the room of what it leads to.
    private static final int LONGEST_LINK_TO_KEEP = 45;

    private final Said said;
    private final List<String> link;

    /// @param link ways to write the address, the fullest first; none where there is none
    Shortening(Said said, List<String> link) {
        this.said = said;
        this.link = link;
    }

    /// @param excess by how many units a text is too long; 0 and less where it fits
    Shaped within(ToIntFunction<String> excess) {
        Predicate<String> fits = text -> excess.applyAsInt(text) <= 0;
        return offers().flatMap(offer -> fitted(offer, fits).stream())
                .findFirst()
                .<Shaped>map(fitted -> new Shaped.Ready(Copy.of(fitted.text()), fitted.leftOut()))
                .orElseGet(() -> thin(excess, fits));
    }

    /// From the best: with what customers have to do and with the link, which leads to all that is missing; then
    /// without the link, then with nothing but impact and promise.
    private Stream<ShortText.Offer> offers() {
        return musts().flatMap(must -> impacts().stream()
                .flatMap(impact -> names(must).stream().map(names -> new ShortText.Offer(impact, names, link, must))));
    }

    private Stream<Set<Fact>> musts() {
        Set<Fact> task = said.task().map(Set::of).orElse(Set.of());
        if (link.isEmpty() || link.getLast().length() > LONGEST_LINK_TO_KEEP) {
            return task.isEmpty() ? Stream.of(task) : Stream.of(task, Set.of());
        }
        var both = EnumSet.of(Fact.LINK);
        both.addAll(task);
        return task.isEmpty() ? Stream.of(both, Set.of()) : Stream.of(both, task, EnumSet.of(Fact.LINK), Set.of());
    }

    private Shaped thin(ToIntFunction<String> excess, Predicate<String> fits) {
        var shortest = List.of(impacts().getLast().getLast());
        var least = new ShortText.Offer(shortest, said.names(), link, Set.of());
        var by =
                Math.max(1, excess.applyAsInt(new ShortText(said).fitting(least).least()));
        if (said.states().isEmpty()) {
            return new Shaped.TooLong(Fact.IMPACT, by);
        }
        return names(Set.of()).stream()
                .map(names -> new ShortText.Offer(List.of(said.states()), names, link, Set.of()))
                .flatMap(offer -> fitted(offer, fits).stream())
                .findFirst()
                .<Shaped>map(fitted -> new Shaped.Thin(Copy.of(fitted.text()), withImpact(fitted.leftOut()), by))
                .orElseGet(() -> new Shaped.TooLong(Fact.IMPACT, by));
    }

    private Optional<Fitting.Fitted> fitted(ShortText.Offer offer, Predicate<String> fits) {
        return new ShortText(said).fitting(offer).within(fits);
    }

    /// Ways to tell the impact, from the best; each a list of forms.
    private List<List<String>> impacts() {
        var words = said.message.words();
        var ways = new ArrayList<List<String>>();
        if (words.impact() != null) {
            ways.add(Clauses.forms(words.impact()));
            ways.add(new Condensed(said.vocabulary).of(words.impact()));
        }
        if (words.title() != null) {
            ways.add(List.of(words.title()));
        }
        ways.removeIf(List::isEmpty);
        if (ways.isEmpty()) {
            ways.add(List.of(said.states().isEmpty() ? said.vocabulary.get("impact.unknown") : said.states()));
        }
        return ways;
    }

    /// With a name first; without one only where it takes more room than it is worth and a link tells who speaks, or as
    /// the last resort.
    private List<List<String>> names(Set<Fact> must) {
        var nameless = must.isEmpty() || must.contains(Fact.LINK);
        return nameless ? List.of(said.names(), List.of("")) : List.of(said.names());
    }

    private static Set<Fact> withImpact(Set<Fact> leftOut) {
        var all = EnumSet.of(Fact.IMPACT);
        all.addAll(leftOut);
        return all;
    }
}
