package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Sentence;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// No restoration time that nobody stands for, and no "never again".
final class OverPromise implements Rule {

    @Override
    public String id() {
        return "over-promise";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var findings = new ArrayList<Finding>();
        for (var sentence : reading.body().sentences()) {
            assurance(reading.body(), sentence, page)
                    .ifPresent(span -> findings.add(page.finding(
                            Weight.WARN,
                            Field.BODY,
                            span,
                            "never",
                            "found",
                            reading.body().textOf(span))));
            if (reading.phase().open()) {
                restoration(reading, sentence, page).ifPresent(findings::add);
            }
        }
        return findings.subList(0, Math.min(1, findings.size()));
    }

    private static Optional<Span> assurance(Prose body, Sentence sentence, GuidePage page) {
        return page.words("never-again")
                .first(body, sentence)
                .or(() -> page.words("absolute").first(body, sentence))
                .filter(_ -> !page.words("no-guarantee").in(body, sentence))
                .map(it -> it.span());
    }

    private static Optional<Finding> restoration(Reading reading, Sentence sentence, GuidePage page) {
        var body = reading.body();
        if (!foretells(body, sentence, page)
                || page.words("no-promise").in(body, sentence)
                || confirmed(reading, sentence)) {
            return Optional.empty();
        }
        var unconfirmed = reading.context()
                .times()
                .eta()
                .filter(it -> it.confirmedBy().isEmpty() && Clock.tells(reading, it.at()))
                .isPresent();
        return Optional.of(page.finding(
                unconfirmed ? Weight.ERROR : Weight.WARN,
                Field.BODY,
                sentence.span(),
                "",
                "found",
                body.textOf(sentence.span())));
    }

    /// As such promises are put, or all their parts, far apart in a long sentence; the next message is no restoration.
    private static boolean foretells(Prose body, Sentence sentence, GuidePage page) {
        var others = page.words("other-promise").all(body, sentence);
        return page.words("forecast").all(body, sentence).stream()
                        .anyMatch(it ->
                                others.stream().noneMatch(other -> other.span().overlaps(it.span())))
                || (others.isEmpty()
                        && page.words("restoration").in(body, sentence)
                        && page.words("promise").in(body, sentence)
                        && (page.words("deadline").in(body, sentence)
                                || page.words("soon").in(body, sentence))
                        && !page.words("past").in(body, sentence));
    }

    private static boolean confirmed(Reading reading, Sentence sentence) {
        return reading.context()
                .times()
                .eta()
                .filter(eta -> eta.confirmedBy().isPresent()
                        && reading.body().clockTimes().stream()
                                .filter(time -> time.span().overlaps(sentence.span()))
                                .anyMatch(time -> time.at()
                                        .filter(at -> Clock.fits(at, time, eta.at(), reading))
                                        .isPresent()))
                .isPresent();
    }
}
