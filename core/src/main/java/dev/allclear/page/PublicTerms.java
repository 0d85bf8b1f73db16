package dev.allclear.page;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.policy.Audience;
import dev.allclear.policy.Cadence;
import dev.allclear.promise.Kept;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What the public may expect of us at one severity, and how we have kept it. How we work inside, such as who has to
/// agree, is not in here.
///
/// @param incidents how many of that severity there were in the last 90 days
/// @param compensation a sentence per language; may lack some
public record PublicTerms(
        Severity severity,
        Duration firstMessage,
        Cadence cadence,
        Audience audience,
        Optional<Duration> report,
        Map<Language, String> compensation,
        int incidents,
        Kept kept) {}
