package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An update carries something: a change, a confirmed non-change, what was ruled out, what is tried next.
final class EmptyUpdate implements Rule {

    private static final double ALIKE = 0.8;

    @Override
    public String id() {
        return "empty-update";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        if (!reading.phase().open() || reading.body().isBlank()) {
            return List.of();
        }
        var last = reading.context().last();
        var repeats =
                last.filter(it -> alike(Prose.of(it.body()), reading.body())).isPresent();
        var stock = isStock(reading.body(), page);
        if (!repeats && !stock) {
            return List.of();
        }
        var again = last.filter(it -> isStock(Prose.of(it.body()), page)).isPresent()
                || (repeats && reading.context().earlier().size() > 1);
        return List.of(page.finding(
                again ? Weight.WARN : Weight.HINT,
                Field.BODY,
                Span.of(reading.body().text()),
                repeats ? "same" : ""));
    }

    private static boolean isStock(Prose body, GuidePage page) {
        return body.sentences().stream()
                .allMatch(it -> page.words("stock").longestAt(body, it.firstToken(), it.endToken()) == it.endToken());
    }

    private static boolean alike(Prose one, Prose other) {
        var both = words(one);
        var all = new HashSet<>(both);
        all.addAll(words(other));
        both.retainAll(words(other));
        return !all.isEmpty() && (double) both.size() / all.size() > ALIKE;
    }

    private static Set<String> words(Prose prose) {
        return prose.tokens().stream().map(Token::word).collect(Collectors.toCollection(HashSet::new));
    }
}
