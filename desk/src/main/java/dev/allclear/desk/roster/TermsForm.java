package dev.allclear.desk.roster;

import dev.allclear.Refused;
import dev.allclear.audience.Tag;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.roster.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The terms on which a file is taken in: `consent` in words with `consent_at`, a day; `ask`, how many may be asked by
/// mail; `overwrite`; `tags` with commas between.
public final class TermsForm {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private TermsForm() {}

    /// @throws Refused.Invalid with all that is wrong
    public static Terms read(Parameters typed, Instant now) {
        var faults = new Faults();
        var words = typed.filled("consent");
        var at = typed.filled("consent_at").flatMap(day -> faults.read(() -> day(day, now)));
        if (words.isPresent() && typed.filled("consent_at").isEmpty()) {
            faults.add("consent_at", "Say since when: the day on which they agreed.");
        }
        if (words.isEmpty() && typed.filled("consent_at").isPresent()) {
            faults.add("consent", "Say how they agreed.");
        }
        var consent = words.flatMap(said -> at.flatMap(day -> faults.read(() -> new Terms.Consent(day, said))));
        var ask = typed.filled("ask")
                .flatMap(number -> faults.read(() -> number(number)))
                .orElse(0L);
        var tags = faults.read(() -> tags(typed.get("tags"))).orElse(Set.of());
        faults.refuseIfAny();
        return new Terms(consent, ask, typed.get("overwrite").equals("true"), tags);
    }

    private static Instant day(String typed, Instant now) {
        try {
            var at = LocalDate.parse(typed.strip()).atStartOfDay().toInstant(ZoneOffset.UTC);
            if (at.isAfter(now)) {
                throw new Refused.Invalid("consent_at", "This day is still to come.");
            }
            return at;
        } catch (DateTimeParseException unreadable) {
            throw new Refused.Invalid("consent_at", "This must be a day such as 2026-11-22.");
        }
    }

    private static long number(String typed) {
        if (!NUMBER.matcher(typed.strip()).matches()) {
            throw new Refused.Invalid("ask", "This must be a whole number.");
        }
        return Long.parseLong(typed.strip());
    }

    public static Set<Tag> tags(String typed) {
        return Arrays.stream(typed.split("[,;]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Tag::parse)
                .collect(Collectors.toSet());
    }
}
