package dev.allclear.desk.api;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.policy.Approval;
import dev.allclear.policy.Audience;
import dev.allclear.policy.Cadence;
import dev.allclear.policy.Terms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the page holds itself to at one severity, in the API: lengths of time as whole numbers of the unit that the
/// field names.
record TermsBody(
        long firstMessageMinutes,
        long investigatingMinutes,
        long identifiedMinutes,
        long monitoringMinutes,
        String audience,
        String approval,
        long holdBackSeconds,
        Optional<Long> holdingAfterMinutes,
        Optional<Long> reportDays,
        Map<String, String> compensation) {

    private static final int DAY = 24 * 60;

    static TermsBody of(Terms terms) {
        var compensation = new TreeMap<String, String>();
        terms.compensation().forEach((language, sentence) -> compensation.put(language.tag(), sentence));
        return new TermsBody(
                terms.firstMessage().toMinutes(),
                terms.cadence().investigating().toMinutes(),
                terms.cadence().identified().toMinutes(),
                terms.cadence().monitoring().toMinutes(),
                terms.audience().key(),
                terms.approval().key(),
                terms.holdBack().toSeconds(),
                terms.holding().map(Duration::toMinutes),
                terms.report().map(Duration::toDays),
                compensation);
    }

    /// The limits are those of the policy itself, so that each fault names its field.
    static Optional<Terms> read(Fields fields) {
        var first = fields.number("first_message_minutes", 1, DAY);
        var investigating = fields.number("investigating_minutes", 5, 2 * DAY);
        var identified = fields.number("identified_minutes", 5, 2 * DAY);
        var monitoring = fields.number("monitoring_minutes", 5, 2 * DAY);
        var audience = fields.oneOf("audience", Audience.values(), Audience::key);
        var approval = fields.oneOf("approval", Approval.values(), Approval::key);
        var holdBack = fields.maybe("hold_back_seconds", name -> fields.number(name, 0, 60));
        var holding = fields.maybe("holding_after_minutes", name -> fields.number(name, 0, DAY));
        var report = fields.maybe("report_days", name -> fields.number(name, 1, 60));
        var compensation = fields.maybe("compensation", fields::object).map(TermsBody::compensation);
        if (first.isEmpty()
                || investigating.isEmpty()
                || identified.isEmpty()
                || monitoring.isEmpty()
                || audience.isEmpty()
                || approval.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Terms(
                Duration.ofMinutes(first.get()),
                new Cadence(
                        Duration.ofMinutes(investigating.get()),
                        Duration.ofMinutes(identified.get()),
                        Duration.ofMinutes(monitoring.get())),
                audience.get(),
                approval.get(),
                Duration.ofSeconds(holdBack.orElse(0)),
                holding.map(Duration::ofMinutes),
                report.map(Duration::ofDays),
                compensation.orElse(Map.of())));
    }

    private static Map<Language, String> compensation(Fields fields) {
        var sentences = new LinkedHashMap<Language, String>();
        Languages.ALL.forEach(language -> fields.maybe(language.tag(), name -> fields.optionalLine(name, 300))
                .ifPresent(sentence -> sentences.put(language, sentence)));
        return sentences;
    }
}
