package dev.allclear.shape;

import dev.allclear.Refused;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One message in all its shapes: what we made of it, and what an author changed in single shapes.
public final class Shapes {

    private final Message message;
    private final Limits limits;
    private final Map<Shape, Shaped> made;
    private final Map<Shape, Copy> edited;

    private Shapes(Message message, Limits limits, Map<Shape, Shaped> made, Map<Shape, Copy> edited) {
        this.message = message;
        this.limits = limits;
        this.made = made;
        this.edited = edited;
    }

    public static Shapes of(Message message) {
        return of(message, Limits.USUAL);
    }

    public static Shapes of(Message message, Limits limits) {
        return new Shapes(message, limits, new Shaping(message, limits).all(), Map.of());
    }

    /// What we made, whether or not somebody changed it.
    public Shaped made(Shape shape) {
        return Objects.requireNonNull(made.get(shape));
    }

    /// The text to be sent: the author's if there is one, else ours; empty where ours doesn't fit.
    public Optional<Copy> copy(Shape shape) {
        return Optional.ofNullable(edited.get(shape)).or(() -> switch (made(shape)) {
            case Shaped.Ready ready -> Optional.of(ready.copy());
            case Shaped.Thin thin -> Optional.of(thin.copy());
            case Shaped.TooLong _ -> Optional.empty();
        });
    }

    public boolean isEdited(Shape shape) {
        return edited.containsKey(shape);
    }

    /// With the author's own text in this shape. It may be over a limit: [#lacks] says so, and the author goes on.
    public Shapes edit(Shape shape, Copy copy) {
        if (shape.hasHeadline() && copy.headline().lines().count() > 1) {
            throw new Refused.Invalid("headline", "This must be one line.");
        }
        var changed = new EnumMap<Shape, Copy>(Shape.class);
        changed.putAll(edited);
        changed.put(shape, copy);
        return new Shapes(message, limits, made, changed);
    }

    /// With our text again.
    public Shapes revert(Shape shape) {
        var changed = new EnumMap<Shape, Copy>(Shape.class);
        changed.putAll(edited);
        changed.remove(shape);
        return new Shapes(message, limits, made, changed);
    }

    /// How long the text is in each unit that counts for this shape, the headline first.
    public List<Measure> measures(Shape shape) {
        return copy(shape).map(copy -> measures(shape, copy)).orElse(List.of());
    }

    private List<Measure> measures(Shape shape, Copy copy) {
        return switch (shape) {
            case STATUS_PAGE ->
                List.of(Measure.codePoints(copy.headline(), 80, 120), Measure.codePoints(copy.body(), 500, 1_200));
            case EMAIL -> List.of(Measure.codePoints(copy.headline(), 60, 78));
            case SMS -> List.of(Measure.sms(copy.body(), limits.smsSegments()));
            case SHORT_POST -> List.of(Measure.codePoints(copy.body(), 140, 140));
            case X -> List.of(Measure.x(copy.body()));
            case BLUESKY -> List.of(Measure.bluesky(copy.body()), Measure.blueskyBytes(copy.body()));
            case MASTODON -> List.of(Measure.mastodon(copy.body(), limits));
            case CHAT, VOICE -> List.of();
        };
    }

    /// What is wrong with the text of this shape: limits it breaks, essentials it lost.
    public List<Lack> lacks(Shape shape) {
        return copy(shape)
                .map(copy -> new Essentials(message).lacks(shape, copy, measures(shape, copy)))
                .orElseGet(() -> List.of(new Lack.Missing(Fact.IMPACT)));
    }
}
