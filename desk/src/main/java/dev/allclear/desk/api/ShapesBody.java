package dev.allclear.desk.api;

import dev.allclear.shape.Copy;
import dev.allclear.shape.Fact;
import dev.allclear.shape.Lack;
import dev.allclear.shape.Measure;
import dev.allclear.shape.Shape;
import dev.allclear.shape.Shaped;
import dev.allclear.shape.Shapes;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All shapes of a message in the API, and `shapes`, what a program wrote itself for some of them.
final class ShapesBody {

    private static final int HEADLINE = 200;
    private static final int TEXT = 20_000;

    private ShapesBody() {}

    /// @param state of what we made: `ready`, `thin` where only a state stands for an impact that is too long, or
    /// `too_long`
    /// @param shortenBy by how many units the impact should be shorter; 0 where it fits
    /// @param leftOut facts for which there was no room
    record View(
            String shape,
            boolean byHand,
            String state,
            int shortenBy,
            Optional<String> headline,
            Optional<String> body,
            List<String> leftOut,
            List<MeasureView> measures,
            List<LackView> lacks) {}

    record MeasureView(String unit, int used, int wanted, int limit, int segments, boolean over) {}

    /// @param fact which one is missing; null for the other kinds
    record LackView(String kind, Optional<String> fact) {}

    /// The page's text is the update's own, so it has no other.
    static Map<Shape, Copy> read(Fields fields) {
        var own = new EnumMap<Shape, Copy>(Shape.class);
        fields.maybe("shapes", fields::object)
                .ifPresent(all -> Arrays.stream(Shape.values())
                        .filter(shape -> shape != Shape.STATUS_PAGE)
                        .forEach(shape -> all.maybe(shape.key(), all::object)
                                .flatMap(one -> copy(shape, one))
                                .ifPresent(copy -> own.put(shape, copy))));
        return own;
    }

    private static Optional<Copy> copy(Shape shape, Fields one) {
        if (!shape.hasHeadline()) {
            return one.prose("body", TEXT).map(body -> new Copy("", body));
        }
        var headline = one.maybe("headline", name -> one.line(name, HEADLINE)).orElse("");
        var body = one.maybe("body", name -> one.prose(name, TEXT)).orElse("");
        return headline.isEmpty() && body.isEmpty()
                ? one.wrong("body", "Give a headline, a body, or both.")
                : Optional.of(new Copy(headline, body));
    }

    static View view(Shapes shapes, Shape shape) {
        var copy = shapes.copy(shape);
        var made = shapes.made(shape);
        return new View(
                shape.key(),
                shapes.isEdited(shape),
                state(made),
                shortenBy(made),
                copy.map(Copy::headline).filter(_ -> shape.hasHeadline()),
                copy.map(Copy::body),
                shapes.isEdited(shape) ? List.of() : leftOut(made),
                shapes.measures(shape).stream().map(ShapesBody::view).toList(),
                copy.isPresent()
                        ? shapes.lacks(shape).stream().map(ShapesBody::view).toList()
                        : List.of());
    }

    private static String state(Shaped made) {
        return switch (made) {
            case Shaped.Ready _ -> "ready";
            case Shaped.Thin _ -> "thin";
            case Shaped.TooLong _ -> "too_long";
        };
    }

    private static int shortenBy(Shaped made) {
        return switch (made) {
            case Shaped.Ready _ -> 0;
            case Shaped.Thin(var _, var _, var by) -> by;
            case Shaped.TooLong(var _, var by) -> by;
        };
    }

    private static List<String> leftOut(Shaped made) {
        return switch (made) {
            case Shaped.Ready(var _, var facts) -> keys(facts);
            case Shaped.Thin(var _, var facts, var _) -> keys(facts);
            case Shaped.TooLong _ -> List.of();
        };
    }

    private static List<String> keys(Collection<Fact> facts) {
        return facts.stream().sorted().map(Fact::key).toList();
    }

    private static MeasureView view(Measure measure) {
        return new MeasureView(
                measure.unit().name().toLowerCase(Locale.ROOT),
                measure.used(),
                measure.wanted(),
                measure.limit(),
                measure.segments(),
                measure.over());
    }

    private static LackView view(Lack lack) {
        return switch (lack) {
            case Lack.OverLimit _ -> new LackView("over_limit", Optional.empty());
            case Lack.SeveralSegments _ -> new LackView("several_segments", Optional.empty());
            case Lack.Missing(var fact) -> new LackView("missing", Optional.of(fact.key()));
        };
    }
}
