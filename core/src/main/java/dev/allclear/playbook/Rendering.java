package dev.allclear.playbook;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What comes of filling a template: the whole text, or the fields that it still needs. There is nothing in between.
public sealed interface Rendering<T> {

    record Filled<T>(T value) implements Rendering<T> {}

    /// @param variables never empty
    record Missing<T>(Set<Variable> variables) implements Rendering<T> {
        public Missing {
            variables = Set.copyOf(variables);
        }
    }

    default Set<Variable> missing() {
        return switch (this) {
            case Filled<T> _ -> Set.of();
            case Missing<T>(var variables) -> variables;
        };
    }

    default <U> Rendering<U> map(Function<T, U> change) {
        return switch (this) {
            case Filled<T>(var value) -> new Filled<>(change.apply(value));
            case Missing<T>(var variables) -> new Missing<>(variables);
        };
    }

    /// Both, or everything that either of them needs.
    default <U, V> Rendering<V> with(Rendering<U> other, BiFunction<T, U, V> together) {
        if (this instanceof Filled<T>(var mine) && other instanceof Filled<U>(var others)) {
            return new Filled<>(together.apply(mine, others));
        }
        var all = EnumSet.noneOf(Variable.class);
        all.addAll(missing());
        all.addAll(other.missing());
        return new Missing<>(all);
    }
}
