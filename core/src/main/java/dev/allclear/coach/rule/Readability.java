package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Sentence;
import java.util.List;

/// Short sentences, and verbs that do the work.
final class Readability implements Rule {

    private static final int LONG = 25;

    @Override
    public String id() {
        return "readability";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var body = reading.body();
        var heavy = page.words("hidden-verb").first(body);
        if (heavy.isPresent()) {
            return List.of(page.finding(
                    Weight.HINT,
                    Field.BODY,
                    heavy.get().span(),
                    "verb",
                    "found",
                    body.textOf(heavy.get().span())));
        }
        return body.sentences().stream()
                .filter(it -> it.words() > LONG && !isList(body, it))
                .findFirst()
                .map(it -> page.finding(Weight.HINT, Field.BODY, it.span(), "", "words", it.words()))
                .stream()
                .toList();
    }

    /// A list in a row is long and yet easy.
    private static boolean isList(Prose body, Sentence sentence) {
        var text = body.textOf(sentence.span());
        return text.chars().filter(it -> it == ',' || it == ';' || it == '\n').count() > sentence.words() / 5;
    }
}
