package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Sentence;
import dev.allclear.coach.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// No stock inconvenience formula, and no "any trouble this may have caused".
final class ClicheApology implements Rule {

    @Override
    public String id() {
        return "cliche-apology";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var body = reading.body();
        return body.sentences().stream()
                .flatMap(sentence -> formula(reading, sentence, page).stream())
                .findFirst()
                .map(span -> page.finding(Weight.WARN, Field.BODY, span, "", "found", body.textOf(span)))
                .stream()
                .toList();
    }

    private static Optional<Span> formula(Reading reading, Sentence sentence, GuidePage page) {
        var body = reading.body();
        // These are known by heart and need no grammar.
        var abroad = page.words("other-languages").first(body, sentence);
        if (abroad.isPresent() || !page.language().equals(reading.language())) {
            return abroad.map(_ -> sentence.span());
        }
        if (!page.words("feeling").in(body, sentence)) {
            return Optional.empty();
        }
        var formula = page.words("formula").first(body, sentence);
        if (formula.isPresent()) {
            return Optional.of(sentence.span());
        }
        return Stream.of(page.words("hedge"))
                .filter(_ -> page.words("apology").in(body, sentence))
                .filter(_ -> !page.words("specific").in(body, sentence))
                .flatMap(hedge -> hedge.first(body, sentence).stream())
                .map(_ -> sentence.span())
                .findFirst();
    }
}
