package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Phase;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Sentence;
import dev.allclear.coach.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// No restoration time that nobody stands for, and no "never again".
final class OverPromise implements Rule {

    @Override
    public String id() {
        return "over-promise";
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        return Stream.of(Field.BODY, Field.TITLE)
                .flatMap(field -> reading.prose(field).sentences().stream()
                        .flatMap(sentence -> found(reading, field, sentence, page).stream()))
                .sorted(Comparator.comparing(Finding::weight))
                .limit(1)
                .toList();
    }

    private static Optional<Finding> found(Reading reading, Field field, Sentence sentence, GuidePage page) {
        var prose = reading.prose(field);
        var restoration = isAhead(reading, prose, sentence, page)
                ? restoration(reading, field, sentence, page)
                : Optional.<Finding>empty();
        return restoration.or(() -> assurance(prose, sentence, page)
                .map(span -> page.finding(Weight.WARN, field, span, "never", "found", prose.textOf(span))));
    }

    /// Under "resolved" a plain promise shows that it isn't over, unless another sentence says that it is.
    private static boolean isAhead(Reading reading, Prose prose, Sentence sentence, GuidePage page) {
        return reading.phase().open()
                || (reading.phase() == Phase.RESOLVED
                        && commits(prose, sentence, page)
                        && prose.sentences().stream()
                                .noneMatch(it -> !it.equals(sentence)
                                        && page.words("over").in(prose, it)));
    }

    private static Optional<Span> assurance(Prose body, Sentence sentence, GuidePage page) {
        return page.words("never-again")
                .first(body, sentence)
                .or(() -> page.words("absolute").first(body, sentence))
                .filter(_ -> !page.words("no-guarantee").in(body, sentence))
                .map(it -> it.span());
    }

    private static Optional<Finding> restoration(Reading reading, Field field, Sentence sentence, GuidePage page) {
        var prose = reading.prose(field);
        if (!foretells(prose, sentence, page) || page.words("no-promise").in(prose, sentence)) {
            return Optional.empty();
        }
        var estimate =
                reading.context().times().eta().filter(it -> it.confirmedBy().isPresent());
        var promise = new PromisedTime(reading, prose, sentence, page);
        if (estimate.filter(promise::keeps).isPresent()) {
            return Optional.empty();
        }
        var isCommitment = promise.isDefinite() && commits(prose, sentence, page);
        return Optional.of(page.finding(
                isCommitment && reading.phase().open() ? Weight.ERROR : Weight.WARN,
                field,
                sentence.span(),
                estimate.isPresent() && promise.isDefinite() ? "other" : "",
                "found",
                prose.textOf(sentence.span())));
    }

    /// "Soon" is a bad habit, and how long a step takes is a guess; that it works again by a time that nobody stands
    /// for is a false commitment.
    private static boolean commits(Prose prose, Sentence sentence, GuidePage page) {
        return page.words("commitment").in(prose, sentence)
                && !page.words("no-commitment").in(prose, sentence);
    }

    /// As such promises are put, or all their parts, far apart in a long sentence; the next message is no restoration.
    private static boolean foretells(Prose body, Sentence sentence, GuidePage page) {
        var others = page.words("other-promise").all(body, sentence);
        return page.words("forecast").all(body, sentence).stream()
                        .anyMatch(it ->
                                others.stream().noneMatch(other -> other.span().overlaps(it.span())))
                || (others.isEmpty()
                        && page.words("fragment").in(body, sentence)
                        && !page.words("past").in(body, sentence))
                || (others.isEmpty()
                        && page.words("restoration").in(body, sentence)
                        && page.words("promise").in(body, sentence)
                        && (page.words("deadline").in(body, sentence)
                                || page.words("soon").in(body, sentence))
                        && !page.words("past").in(body, sentence));
    }
}
