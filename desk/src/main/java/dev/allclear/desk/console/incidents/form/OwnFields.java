package dev.allclear.desk.console.incidents.form;

import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads what an author wrote for one shape alone: `own-sms`, for a mail also `own-email-headline`, and in `own-sms-of`
/// what they had before them when they last changed it.
public final class OwnFields {

    private OwnFields() {}

    public static String body(Shape shape) {
        return "own-" + shape.key();
    }

    static String headline(Shape shape) {
        return body(shape) + "-headline";
    }

    public static String basis(Shape shape) {
        return body(shape) + "-of";
    }

    /// @return empty where ours is to be sent
    public static Optional<Copy> read(Parameters typed, Shape shape) {
        var headline = shape.hasHeadline() ? typed.get(headline(shape)) : "";
        return Copy.typed(body(shape), headline, typed.get(body(shape)));
    }

    /// All that was written by hand.
    public static Map<Shape, Copy> all(Parameters typed, Faults faults) {
        var own = new EnumMap<Shape, Copy>(Shape.class);
        for (var shape : Shape.values()) {
            faults.read(() -> read(typed, shape)).flatMap(found -> found).ifPresent(copy -> own.put(shape, copy));
        }
        return own;
    }
}
