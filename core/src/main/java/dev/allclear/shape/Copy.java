package dev.allclear.shape;

import java.util.Optional;

/// The text of one shape.
///
/// @param headline the title or subject; empty for shapes that have none
public record Copy(String headline, String body) {

    public static final int HEADLINE_LIMIT = 200;
    public static final int BODY_LIMIT = 20_000;

    /// With what is empty here from there.
    public Copy completedBy(Optional<Copy> other) {
        return new Copy(
                headline.isEmpty() ? other.map(Copy::headline).orElse("") : headline,
                body.isEmpty() ? other.map(Copy::body).orElse("") : body);
    }

    static Copy of(String body) {
        return new Copy("", body);
    }

    /// All of it, as for searching.
    String all() {
        return headline.isEmpty() ? body : headline + "\n" + body;
    }
}
