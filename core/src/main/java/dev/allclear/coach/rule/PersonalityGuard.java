package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Impact;
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
import dev.allclear.coach.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// No jokes, emoji, shouting or exclamation marks while people suffer.
final class PersonalityGuard implements Rule {

    private static final Pattern MARKS = Pattern.compile("!(?:[^!]{0,2000}!|!)");
    private static final Set<Integer> CHECK_MARKS = Set.of(0x2705, 0x2713, 0x2714);
    private static final int SHOUTED = 3;

    @Override
    public String id() {
        return "personality-guard";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var grave = reading.context().atLeast(Impact.CRITICAL)
                || (page.language().equals(reading.language()) && reading.anywhere(page.words("grave")));
        if (!grave && !reading.context().atLeast(Impact.MAJOR)) {
            return List.of();
        }
        var weight = grave ? Weight.WARN : Weight.HINT;
        return Stream.of(Field.values())
                .flatMap(field -> found(reading, field, page)
                        .map(it -> page.finding(
                                weight,
                                field,
                                it,
                                "",
                                "found",
                                reading.prose(field).textOf(it)))
                        .stream())
                .toList();
    }

    private static Optional<Span> found(Reading reading, Field field, GuidePage page) {
        var prose = reading.prose(field);
        var joke = page.language().equals(reading.language())
                ? page.words("joke").first(prose).map(Match::span)
                : Optional.<Span>empty();
        return joke.or(() -> emoji(prose.text(), reading.phase()))
                .or(() -> MachineNames.first(MARKS.matcher(prose.text())))
                .or(() -> shouting(prose));
    }

    private static Optional<Span> emoji(String text, Phase phase) {
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var point = text.codePointAt(at);
            if (Character.isEmojiPresentation(point) && !(phase.over() && CHECK_MARKS.contains(point))) {
                return Optional.of(new Span(at, at + Character.charCount(point)));
            }
        }
        return Optional.empty();
    }

    /// Several words in capitals beside one another; a single one may be an abbreviation.
    private static Optional<Span> shouting(Prose prose) {
        var run = 0;
        for (var at = 0; at < prose.tokens().size(); at++) {
            var token = prose.tokens().get(at);
            var loud = token.kind() == Token.Kind.WORD
                    && token.written().length() > 1
                    && token.written().equals(token.written().toUpperCase(Locale.ROOT))
                    && !token.written().equals(token.written().toLowerCase(Locale.ROOT));
            run = loud ? run + 1 : 0;
            if (run == SHOUTED) {
                return Optional.of(new Span(prose.tokens().get(at - run + 1).start(), token.end()));
            }
        }
        return Optional.empty();
    }
}
