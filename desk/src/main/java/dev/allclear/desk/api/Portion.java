package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.web.Ask;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which part of a long list is asked for: `limit` and `cursor` of the query.
///
/// @param cursor where the last portion ended; empty from the beginning
record Portion(int limit, Optional<String> cursor) {

    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    static Portion of(Ask ask) {
        var query = ask.query();
        var limit = query.filled("limit").map(Portion::limit).orElse(USUAL);
        return new Portion(limit, query.filled("cursor").map(Portion::opened));
    }

    private static int limit(String typed) {
        if (!NUMBER.matcher(typed).matches() || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MOST) {
            throw new Refused.Invalid("limit", "This must be a whole number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(typed);
    }

    private static String opened(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw noCursor();
        }
    }

    /// How many to skip, where the cursor counts.
    int offset() {
        return cursor.map(Portion::count).orElse(0);
    }

    private static int count(String cursor) {
        if (!NUMBER.matcher(cursor).matches()) {
            throw noCursor();
        }
        return Integer.parseInt(cursor);
    }

    static Refused noCursor() {
        return new Refused.Invalid("cursor", "This must be the next_cursor of an earlier answer.");
    }

    /// The cursor for the next portion of a counted list; empty when this was the last.
    Optional<String> next(int found) {
        return found < limit ? Optional.empty() : Optional.of(sealed(Integer.toString(offset() + found)));
    }

    static String sealed(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }
}
