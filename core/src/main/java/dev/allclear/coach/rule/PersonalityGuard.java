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

/// No chat and no shouting ever; no jokes, emoji or exclamation marks while people suffer.
final class PersonalityGuard implements Rule {

    private static final Pattern SHRIEK = Pattern.compile("[!?]{0,3}!{2,9}[!?]{0,3}|[!?]{0,3}\\?!|\\?{3,9}");
    private static final Pattern SMILEY = Pattern.compile("(?<!\\S)[:;]-?[()DPp/](?![\\p{L}\\p{N}])");
    private static final Pattern MARKS = Pattern.compile("!(?:[^!]{0,2000}!|!)");
    private static final Set<Integer> CHECK_MARKS = Set.of(0x2705, 0x2713, 0x2714);
    private static final int SHOUTED = 3;
    private static final int WORDY = 4;
    private static final int MOST = 5;

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
        var own = page.language().equals(reading.language());
        var grave = reading.context().atLeast(Impact.CRITICAL) || (own && reading.anywhere(page.words("grave")));
        return Stream.of(Field.values())
                .flatMap(field -> Stream.concat(
                        shrill(reading, field, page, own)
                                .map(it -> finding(
                                        page, grave ? Weight.WARN : loud(reading), reading, field, it, "shrill")),
                        playful(reading, field, page, own)
                                .filter(_ -> grave || !isLight(reading))
                                .map(it -> finding(page, grave ? Weight.WARN : Weight.HINT, reading, field, it, ""))))
                .toList();
    }

    /// A small thing that is over, or one of which we don't know how bad it was, may be told with a smile.
    private static boolean isLight(Reading reading) {
        var impact = reading.context().facts().impact();
        return impact.map(it -> it.compareTo(Impact.MAJOR) < 0)
                .orElse(!reading.phase().open());
    }

    private static Weight loud(Reading reading) {
        return isLight(reading) ? Weight.HINT : Weight.WARN;
    }

    private static Finding finding(
            GuidePage page, Weight weight, Reading reading, Field field, Span span, String variant) {
        return page.finding(
                weight, field, span, variant, "found", reading.prose(field).textOf(span));
    }

    /// Chat, swearing and shouting are never our voice.
    private static Stream<Span> shrill(Reading reading, Field field, GuidePage page, boolean own) {
        var prose = reading.prose(field);
        var loud = MachineNames.first(SHRIEK.matcher(prose.text()))
                .or(() -> field == Field.BODY || reading.context().atLeast(Impact.MAJOR)
                        ? shouting(prose)
                        : Optional.empty());
        return Stream.concat(words("slang", prose, page, own), loud.stream());
    }

    /// What may be charming on a slow afternoon.
    private static Stream<Span> playful(Reading reading, Field field, GuidePage page, boolean own) {
        var prose = reading.prose(field);
        var marks = reading.context().atLeast(Impact.MAJOR)
                ? MachineNames.first(MARKS.matcher(prose.text()))
                : Optional.<Span>empty();
        return Stream.concat(
                words("joke", prose, page, own),
                Stream.of(emoji(prose.text(), reading.phase()), MachineNames.first(SMILEY.matcher(prose.text())), marks)
                        .flatMap(Optional::stream));
    }

    /// Each of them, as each has to go.
    private static Stream<Span> words(String list, Prose prose, GuidePage page, boolean own) {
        return own ? page.words(list).all(prose).stream().map(Match::span).limit(MOST) : Stream.empty();
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

    /// Several words in capitals beside one another, not all short; a single one may be an abbreviation.
    private static Optional<Span> shouting(Prose prose) {
        var run = 0;
        var words = 0;
        for (var at = 0; at < prose.tokens().size(); at++) {
            var token = prose.tokens().get(at);
            var loud = token.kind() == Token.Kind.WORD
                    && token.written().length() > 1
                    && token.written().equals(token.written().toUpperCase(Locale.ROOT))
                    && !token.written().equals(token.written().toLowerCase(Locale.ROOT));
            run = loud ? run + 1 : 0;
            words = loud ? words + (token.written().length() >= WORDY ? 1 : 0) : 0;
            if (run >= SHOUTED && run + words > WORDY) {
                return Optional.of(new Span(prose.tokens().get(at - run + 1).start(), token.end()));
            }
        }
        return Optional.empty();
    }
}
