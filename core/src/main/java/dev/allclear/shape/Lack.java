package dev.allclear.shape;

/// What is wrong with the text of one shape.
public sealed interface Lack {

    /// Its channel would refuse it or cut it.
    record OverLimit(Measure measure) implements Lack {}

    /// An essential fact isn't told.
    record Missing(Fact fact) implements Lack {}

    /// Sent as more than one short message, perhaps because of a single character.
    record SeveralSegments(Measure measure) implements Lack {}
}
