package dev.allclear.shape;

import dev.allclear.Text;
import java.util.Optional;

/// The text of one shape.
///
/// @param headline the title or subject; empty for shapes that have none
public record Copy(String headline, String body) {

    /// As somebody typed it.
    ///
    /// @param field how a fault names it: `own-sms`
    /// @return empty where nothing was typed
    public static Optional<Copy> typed(String field, String headline, String body) {
        var typed = new Copy(
                Text.optionalLine(field + "-headline", headline, HEADLINE_LIMIT),
                Text.optionalProse(field, body, BODY_LIMIT));
        return typed.headline.isEmpty() && typed.body.isEmpty() ? Optional.empty() : Optional.of(typed);
    }

    private static final int HEADLINE_LIMIT = 200;
    private static final int BODY_LIMIT = 20_000;

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
