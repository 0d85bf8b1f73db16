package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Fix;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.PhraseBook;
import dev.allclear.coach.text.PhraseList.Match;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// "We" for us, "you" for the reader, one word for one thing.
final class ConsistentVoice implements Rule {

    @Override
    public String id() {
        return "consistent-voice";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var body = reading.body();
        var findings = new ArrayList<Finding>();
        var alone = page.words("i").first(body);
        if (alone.isPresent() && page.words("we").in(body)) {
            findings.add(page.finding(
                    Weight.HINT,
                    Field.BODY,
                    alone.get().span(),
                    "",
                    "found",
                    body.textOf(alone.get().span())));
        }
        mixed(body, page).ifPresent(findings::add);
        page.words("house")
                .first(body)
                .ifPresent(it -> findings.add(
                        page.finding(Weight.HINT, Field.BODY, it.span(), "house", "found", body.textOf(it.span()))));
        var people = page.words("people").all(body);
        var first = people.stream().findFirst();
        people.stream()
                .filter(it -> !stem(body, it).equals(stem(body, first.orElseThrow())))
                .findFirst()
                .ifPresent(it -> findings.add(page.finding(
                        Weight.HINT,
                        Field.BODY,
                        it.span(),
                        "people",
                        "found",
                        body.textOf(it.span()),
                        "other",
                        body.textOf(first.orElseThrow().span()))));
        reading.context()
                .house()
                .brand()
                .ifPresent(brand -> misspelt(body, brand)
                        .ifPresent(it -> findings.add(page.finding(
                                        Weight.HINT, Field.BODY, it, "brand", "found", body.textOf(it), "brand", brand)
                                .with(new Fix(page.sentence("button", "", "brand", brand), Field.BODY, it, brand)))));
        return findings;
    }

    /// Formal and familiar in one text, in languages that tell them apart.
    private static Optional<Finding> mixed(Prose body, GuidePage page) {
        var formal = page.words("formal").first(body);
        return page.words("familiar")
                .first(body)
                .filter(_ -> formal.isPresent())
                .map(it -> page.finding(
                        Weight.HINT,
                        Field.BODY,
                        it.span(),
                        "address",
                        "found",
                        body.textOf(it.span()),
                        "other",
                        body.textOf(formal.orElseThrow().span())));
    }

    private static String stem(Prose body, Match match) {
        var word = body.tokens().get(match.firstToken()).word();
        return word.substring(0, Math.min(4, word.length()));
    }

    private static Optional<Span> misspelt(Prose body, String brand) {
        return PhraseBook.ofNames(List.of(brand)).all(body).stream()
                .map(Match::span)
                .filter(it -> !body.textOf(it).equals(brand) && !body.textOf(it).startsWith(brand))
                .findFirst();
    }
}
