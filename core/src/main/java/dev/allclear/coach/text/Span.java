package dev.allclear.coach.text;

/// A stretch of a text, in UTF-16 units; `end` is exclusive.
public record Span(int start, int end) {

    public static final Span NOWHERE = new Span(0, 0);

    public static Span of(String text) {
        return new Span(0, text.length());
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
