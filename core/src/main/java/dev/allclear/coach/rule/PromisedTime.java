package dev.allclear.coach.rule;

import dev.allclear.coach.Context.Estimate;
import dev.allclear.coach.Reading;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Sentence;
import dev.allclear.coach.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The time that a sentence promises, to be held against the one that somebody stands for.
final class PromisedTime {

    /// What rounding does to a time.
    private static final Duration ROUNDING = Duration.ofMinutes(5);

    /// How near "soon" may be taken to be.
    private static final Duration SOON = Duration.ofHours(1);

    private final Reading reading;
    private final Prose prose;
    private final Sentence sentence;
    private final GuidePage page;

    PromisedTime(Reading reading, Prose prose, Sentence sentence, GuidePage page) {
        this.reading = reading;
        this.prose = prose;
        this.sentence = sentence;
        this.page = page;
    }

    /// Whether it can be read off a clock or a calendar, unlike "soon".
    boolean isDefinite() {
        return hasClock() || page.words("definite").in(prose, sentence);
    }

    /// Whether it says nothing earlier than this.
    boolean keeps(Estimate estimate) {
        if (hasClock()) {
            return prose.clockTimes().stream()
                    .filter(time -> time.span().overlaps(sentence.span()))
                    .anyMatch(time -> time.at()
                            .filter(at -> Clock.fits(at, time, estimate.at(), reading))
                            .isPresent());
        }
        return latest().filter(it -> !estimate.at().isAfter(it.plus(ROUNDING))).isPresent();
    }

    private boolean hasClock() {
        return prose.clockTimes().stream().anyMatch(it -> it.span().overlaps(sentence.span()));
    }

    /// Empty where a sentence such as "tonight" is not that exact.
    private Optional<Instant> latest() {
        var spans = page.words("definite").all(prose, sentence).stream()
                .map(it -> it.span())
                .toList();
        var longest = Spoken.longest(texts(spans));
        if (longest.isEmpty() && page.words("soon").in(prose, sentence)) {
            longest = Optional.of(SOON);
        }
        var ahead = longest;
        return reading.context().times().now().flatMap(now -> ahead.map(now::plus));
    }

    private List<String> texts(List<Span> spans) {
        return spans.stream().map(prose::textOf).toList();
    }
}
