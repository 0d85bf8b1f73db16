package dev.allclear.edge.holding;

import dev.allclear.Text;
import dev.allclear.language.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What this outage adds to the page; all of it may be left out.
///
/// @param messages one sentence or two in the company's own words, by language
/// @param until when the product is expected back
/// @param retrySeconds after which programs may ask again
public record Notice(Map<Language, String> messages, Optional<Instant> until, int retrySeconds) {

    public static final int USUAL_RETRY = 60;
    private static final int LONGEST = 300;

    /// Says no more than that the product is down, and where to follow.
    public static final Notice PLAIN = new Notice(Map.of(), Optional.empty(), USUAL_RETRY);

    public Notice {
        var checked = new HashMap<Language, String>();
        messages.forEach((language, message) -> checked.put(language, Text.line("message", message, LONGEST)));
        messages = Map.copyOf(checked);
    }
}
