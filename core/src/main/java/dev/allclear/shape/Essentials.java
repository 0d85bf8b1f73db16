package dev.allclear.shape;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks whether a text that somebody edited still tells what must never get lost. It compares words and times, so it
/// can be wrong about a free rewording: its findings are for the author to judge.
final class Essentials {

    private final Message message;
    private final Said said;

    Essentials(Message message) {
        this.message = message;
        this.said = new Said(message, new WrittenTimes(message));
    }

    List<Lack> lacks(Shape shape, Copy copy, List<Measure> measures) {
        var lacks = new ArrayList<Lack>();
        measures.stream().filter(Measure::over).map(Lack.OverLimit::new).forEach(lacks::add);
        measures.stream()
                .filter(measure -> measure.segments() > 1 && !measure.over())
                .map(Lack.SeveralSegments::new)
                .forEach(lacks::add);
        missing(shape, copy.all()).stream().map(Lack.Missing::new).forEach(lacks::add);
        return lacks;
    }

    private List<Fact> missing(Shape shape, String text) {
        var missing = new ArrayList<Fact>();
        if (!tellsImpact(text)) {
            missing.add(Fact.IMPACT);
        }
        var spoken = shape == Shape.VOICE;
        if (message.occasion().open()
                && !spoken
                && !tellsWhen(text, message.timing().nextUpdate())) {
            missing.add(Fact.NEXT_UPDATE);
        }
        var window = message.window();
        if (message.occasion() == Occasion.MAINTENANCE_SCHEDULED && window != null && !spoken) {
            if (!tellsWhen(text, window.start()) && !text.contains(said.times.date(window.start()))) {
                missing.add(Fact.WINDOW);
            }
        }
        if ((shape.isShort() || shape == Shape.EMAIL) && linkIsMissing(text)) {
            missing.add(Fact.LINK);
        }
        return missing;
    }

    private boolean tellsImpact(String text) {
        var words = message.words();
        var ways = Stream.of(words.impact(), words.title(), words.doing(), said.states());
        return message.occasion().over() || words.impact() == null || ways.anyMatch(way -> tells(text, way));
    }

    private boolean tells(String text, @Nullable String way) {
        return way != null
                && Stream.concat(Clauses.forms(way).stream(), new Condensed(said.vocabulary).of(way).stream())
                        .anyMatch(form -> Clauses.overlap(form, text) >= 0.3);
    }

    /// Also as the other clock or UTC would show it.
    private boolean tellsWhen(String text, @Nullable Instant at) {
        if (at == null) {
            return true;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(at.atZone(message.reader().zone()), at.atZone(ZoneOffset.UTC))
                .flatMap(Essentials::ways)
                .anyMatch(lower::contains);
    }

    private static Stream<String> ways(ZonedDateTime at) {
        var patterns =
                at.getMinute() == 0 ? List.of("HH:mm", "h:mm a", "h a", "H 'Uhr'") : List.of("HH:mm", "h:mm", "HH.mm");
        return patterns.stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                        .format(at)
                        .toLowerCase(Locale.ROOT));
    }

    private boolean linkIsMissing(String text) {
        var links = message.links();
        return links.brief().isPresent()
                && !Addresses.in(text)
                && !text.contains(links.brief().get());
    }
}
