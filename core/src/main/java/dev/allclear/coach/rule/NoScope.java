package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Component;
import dev.allclear.coach.Context.Impact;
import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Token;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which product or feature, who, or where; "we do not know yet" is an answer.
final class NoScope implements Rule {

    private static final String SMALL_NOUNS = "en";
    private static final Pattern SHARE = Pattern.compile("\\d ?%");

    @Override
    public String id() {
        return "no-scope";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (reading.phase() == Phase.MAINTENANCE_DONE
                || (reading.title().isBlank() && reading.body().isBlank())) {
            return List.of();
        }
        var components = reading.context().house().components();
        var shown = reading.channel() == Channel.STATUS || reading.channel() == Channel.BANNER;
        if (!components.isEmpty() && !shown && !reading.anywhere(reading.names())) {
            var component = components.getFirst().shown();
            return List.of(
                    page.finding(Weight.WARN, Field.BODY, reading.endOfBody(), "component", "component", component));
        }
        if (reading.anywhere(parts(reading))
                || titleNames(reading.title(), page)
                || reading.both().stream().anyMatch(it -> tells(it, page))) {
            return whom(reading, page);
        }
        return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody()));
    }

    /// The name of a company with several parts says nothing about where the trouble is.
    private static PhraseList parts(Reading reading) {
        var house = reading.context().house();
        return house.components().size() < 2
                ? reading.names()
                : PhraseBook.ofNames(Stream.concat(
                                house.products().stream(),
                                house.components().stream().map(Component::shown))
                        .toList());
    }

    /// Where the page knows the parts, the open question is whom it hits: who, how many, or which places.
    private static List<Finding> whom(Reading reading, GuidePage page) {
        var facts = reading.context().facts();
        if (!reading.phase().open()
                || facts.impact().filter(it -> it != Impact.NONE).isEmpty()
                || facts.affectedShare().isPresent()
                || reading.both().stream().anyMatch(it -> saysWhom(it, page))) {
            return List.of();
        }
        return List.of(page.finding(Weight.HINT, Field.BODY, reading.endOfBody(), "whom"));
    }

    private static boolean saysWhom(Prose prose, GuidePage page) {
        return page.words("scope").in(prose)
                || page.words("whom").in(prose)
                || SHARE.matcher(prose.text()).find()
                || Countries.in(page.language()).in(prose)
                || (page.language().equals(SMALL_NOUNS) && saysWhere(prose, page));
    }

    /// "In Porto": a capital behind a word of place, where nouns are written small.
    private static boolean saysWhere(Prose prose, GuidePage page) {
        return page.words("place-word").all(prose).stream()
                .filter(it -> it.endToken() < it.sentence().endToken())
                .map(it -> prose.tokens().get(it.endToken()))
                .anyMatch(it -> Character.isUpperCase(it.written().charAt(0)) && it.kind() == Token.Kind.WORD);
    }

    /// Whatever is left of a title without the words of which any title is made, names something.
    private static boolean titleNames(Prose title, GuidePage page) {
        return title.sentences().stream().anyMatch(it -> names(title, it.firstToken(), it.endToken(), page));
    }

    /// Neither stock words, nor our machinery, nor whom we depend on say where the trouble is.
    private static boolean names(Prose title, int first, int end, GuidePage page) {
        for (var at = first; at < end; ) {
            var from = at;
            var next = Stream.of("title-stock", "infrastructure", "third-party", "nameless")
                    .mapToInt(list -> page.words(list).longestAt(title, from, end))
                    .max()
                    .orElse(-1);
            if (next < 0) {
                return true;
            }
            at = next;
        }
        return false;
    }

    private static boolean tells(Prose prose, GuidePage page) {
        if (page.words("scope").in(prose)
                || (page.language().equals(SMALL_NOUNS)
                        && prose.sentences().stream()
                                .anyMatch(it -> namesSomething(prose, it.firstToken(), it.endToken(), page)))) {
            return true;
        }
        var vague = page.words("vague").all(prose);
        return page.words("part").all(prose).stream()
                .anyMatch(it -> vague.stream().noneMatch(other -> covers(other, it)));
    }

    private static boolean covers(Match vague, Match part) {
        return vague.span().overlaps(part.span());
    }

    /// A capital within a sentence is a name, where nouns are written small.
    private static boolean namesSomething(Prose prose, int first, int end, GuidePage page) {
        var capitals = 0;
        var small = 0;
        for (var at = first + 1; at < end; at++) {
            var from = at;
            var written = prose.tokens().get(at).written();
            if (Character.isUpperCase(written.charAt(0))
                    && written.length() > 2
                    && Stream.of("title-stock", "third-party", "nameless")
                            .noneMatch(list -> page.words(list).longestAt(prose, from, end) > 0)) {
                capitals++;
            } else if (Character.isLowerCase(written.charAt(0)) && written.length() > 3) {
                small++;
            }
        }
        return capitals > 0 && capitals <= small;
    }
}
