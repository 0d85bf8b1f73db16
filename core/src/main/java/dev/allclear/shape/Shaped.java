package dev.allclear.shape;

import java.util.Set;

/// What came of shaping: a text that holds its essentials, or what stands in the way.
public sealed interface Shaped {

    /// A text within all limits that says what is wrong and when more is told.
    ///
    /// @param leftOut facts for which there was no room
    record Ready(Copy copy, Set<Fact> leftOut) implements Shaped {}

    /// A text within all limits, but only the component's state stands for the impact, which is too long to be told.
    ///
    /// @param by how many units the impact should be shortened by
    record Thin(Copy copy, Set<Fact> leftOut, int by) implements Shaped {}

    /// Not even the essentials fit.
    ///
    /// @param value what has to be shortened
    /// @param by how many units it is too long
    record TooLong(Fact value, int by) implements Shaped {}
}
