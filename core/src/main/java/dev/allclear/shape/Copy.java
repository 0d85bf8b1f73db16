package dev.allclear.shape;

/// The text of one shape.
///
/// @param headline the title or subject; empty for shapes that have none
public record Copy(String headline, String body) {

    static Copy of(String body) {
        return new Copy("", body);
    }

    /// All of it, as for searching.
    String all() {
        return headline.isEmpty() ? body : headline + "\n" + body;
    }
}
