package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import java.util.function.Supplier;

/// Reads what is still being typed: what can't be read yet counts as missing.
public final class Lenient {

    private Lenient() {}

    public static <T> T read(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (Refused.Invalid unfinished) {
            return otherwise;
        }
    }
}
