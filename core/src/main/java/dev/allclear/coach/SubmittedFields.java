package dev.allclear.coach;

import dev.allclear.Fault;
import dev.allclear.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The fields of one JSON object; what is missing or null is empty, what makes no sense is refused by its name.
final class SubmittedFields {

    private final Map<?, ?> object;

    SubmittedFields(Map<?, ?> object) {
        this.object = object;
    }

    Optional<String> text(String field) {
        return value(field, String.class, "a text");
    }

    Optional<Boolean> flag(String field) {
        return value(field, Boolean.class, "true or false");
    }

    Optional<Double> number(String field) {
        return value(field, Number.class, "a number").map(Number::doubleValue);
    }

    Optional<SubmittedFields> object(String field) {
        return value(field, Map.class, "an object").map(it -> new SubmittedFields(it));
    }

    <T> List<T> objects(String field, Function<SubmittedFields, T> each) {
        return list(field).stream()
                .map(it -> each.apply(new SubmittedFields(kind(field, it, Map.class, "a list of objects"))))
                .toList();
    }

    List<String> texts(String field) {
        return list(field).stream()
                .map(it -> kind(field, it, String.class, "a list of texts"))
                .toList();
    }

    <T> T orElse(String field, Supplier<T> given, T otherwise) {
        return object.get(field) == null ? otherwise : given.get();
    }

    private List<?> list(String field) {
        return value(field, List.class, "a list").map(it -> (List<?>) it).orElse(List.of());
    }

    Optional<Instant> instant(String field) {
        return text(field).map(text -> parsed(field, () -> Instant.parse(text), "a time such as 2026-03-12T14:05:00Z"));
    }

    Optional<ZoneId> zone(String field) {
        return text(field).map(text -> parsed(field, () -> ZoneId.of(text), "a time zone such as Europe/Berlin"));
    }

    /// A word of a fixed set, written as `maintenance-scheduled` or `none_yet`.
    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return text(field)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(it ->
                                it.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> refused(field, choices(type) + ", not \"" + text + "\"")));
    }

    String needed(String field) {
        return text(field).orElseThrow(() -> refused(field, "given"));
    }

    Instant neededInstant(String field) {
        return instant(field).orElseThrow(() -> refused(field, "given"));
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private <T> Optional<T> value(String field, Class<T> type, String what) {
        var value = object.get(field);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(kind(field, value, type, what));
    }

    private static <T> T kind(String field, Object value, Class<T> type, String what) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw refused(field, what);
    }

    private static <T> T parsed(String field, Supplier<T> parsing, String what) {
        try {
            return parsing.get();
        } catch (DateTimeException wrong) {
            throw refused(field, what);
        }
    }

    private static Refused refused(String field, String what) {
        return new Refused.Invalid(List.of(new Fault(field, "The field \"" + field + "\" should be " + what + ".")));
    }
}
