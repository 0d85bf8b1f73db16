package dev.allclear.policy;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.language.Language;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What we hold ourselves to at one severity.
///
/// @param firstMessage within which the first word is out, counted from when customers felt it
/// @param holdBack for how long mails wait and can still be stopped; the page never waits
/// @param holding after how long without a word a holding update is sent by itself, once; empty for never
/// @param report within which the post-incident report is published; empty when none is owed
/// @param compensation what customers get, in a sentence per language; nothing where none is given
public record Terms(
        Duration firstMessage,
        Cadence cadence,
        Audience audience,
        Approval approval,
        Duration holdBack,
        Optional<Duration> holding,
        Optional<Duration> report,
        Map<Language, String> compensation) {

    private static final Duration MOST_HELD_BACK = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    public Terms {
        if (firstMessage.compareTo(Duration.ofMinutes(1)) < 0 || firstMessage.compareTo(DAY) > 0) {
            throw new Refused.Invalid("firstMessage", "The first message takes from 1 minute to a day.");
        }
        if (holdBack.isNegative() || holdBack.compareTo(MOST_HELD_BACK) > 0) {
            throw new Refused.Invalid("holdBack", "Mails can be held back for a minute at the most.");
        }
        if (holding.isPresent() && (holding.get().isNegative() || holding.get().compareTo(DAY) > 0)) {
            throw new Refused.Invalid("holding", "A holding update comes at the latest a day after the promised time.");
        }
        if (report.isPresent()
                && (report.get().compareTo(DAY) < 0 || report.get().compareTo(Duration.ofDays(60)) > 0)) {
            throw new Refused.Invalid("report", "A report takes from 1 to 60 days.");
        }
        var sentences = new LinkedHashMap<Language, String>();
        compensation.forEach((language, sentence) -> {
            var checked = Text.optionalLine("compensation", sentence, 300);
            if (!checked.isEmpty()) {
                sentences.put(language, checked);
            }
        });
        compensation = Map.copyOf(sentences);
    }

    public Terms withCadence(Cadence next) {
        return new Terms(firstMessage, next, audience, approval, holdBack, holding, report, compensation);
    }

    public Terms withAudience(Audience next) {
        return new Terms(firstMessage, cadence, next, approval, holdBack, holding, report, compensation);
    }

    public Terms withApproval(Approval next) {
        return new Terms(firstMessage, cadence, audience, next, holdBack, holding, report, compensation);
    }

    public Terms withHoldBack(Duration next) {
        return new Terms(firstMessage, cadence, audience, approval, next, holding, report, compensation);
    }

    public Terms withHolding(Optional<Duration> next) {
        return new Terms(firstMessage, cadence, audience, approval, holdBack, next, report, compensation);
    }

    public Terms withCompensation(Map<Language, String> next) {
        return new Terms(firstMessage, cadence, audience, approval, holdBack, holding, report, next);
    }
}
