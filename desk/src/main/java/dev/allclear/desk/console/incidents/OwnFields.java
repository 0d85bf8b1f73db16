package dev.allclear.desk.console.incidents;

import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.shape.Copy;
import dev.allclear.shape.Shape;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads what an author wrote for one shape alone: `own-sms`, for a mail also `own-email-headline`, and in `own-sms-of`
/// what they had before them when they last changed it.
final class OwnFields {

    private OwnFields() {}

    static String body(Shape shape) {
        return "own-" + shape.key();
    }

    static String headline(Shape shape) {
        return body(shape) + "-headline";
    }

    static String basis(Shape shape) {
        return body(shape) + "-of";
    }

    /// @return empty where ours is to be sent
    static Optional<Copy> read(Parameters typed, Shape shape) {
        var headline = shape.hasHeadline() ? typed.get(headline(shape)) : "";
        return Copy.typed(body(shape), headline, typed.get(body(shape)));
    }

    /// All that was written by hand.
    static Map<Shape, Copy> all(Parameters typed, Faults faults) {
        var own = new EnumMap<Shape, Copy>(Shape.class);
        for (var shape : Shape.values()) {
            faults.read(() -> read(typed, shape)).flatMap(found -> found).ifPresent(copy -> own.put(shape, copy));
        }
        return own;
    }

    /// Which text of ours and which of the author's stood side by side when either was last changed. As long as the
    /// author's stays as it was while ours changes, it is older.
    record Basis(int own, int main) {

        static Basis of(Copy own, String main) {
            return new Basis((own.headline() + "\n" + own.body()).hashCode(), main.hashCode());
        }

        static Optional<Basis> read(String typed) {
            var parts = typed.split("\\.", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Basis(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                        : Optional.empty();
            } catch (NumberFormatException foreign) {
                return Optional.empty();
            }
        }

        /// What holds from now on, if this was noted before.
        static Basis after(Optional<Basis> before, Basis now) {
            return before.filter(noted -> noted.own == now.own).orElse(now);
        }

        boolean isOlderThan(Basis now) {
            return own == now.own && main != now.main;
        }

        String written() {
            return Objects.toString(own) + "." + main;
        }
    }
}
