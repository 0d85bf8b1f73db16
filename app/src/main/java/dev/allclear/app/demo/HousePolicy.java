package dev.allclear.app.demo;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.people.AccountId;
import dev.allclear.policy.Audience;
import dev.allclear.policy.Cadence;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the company of the demo holds itself to: a small team that promises what it can keep.
final class HousePolicy {

    private HousePolicy() {}

    static SeverityPolicy of(List<AccountId> called) {
        var terms = new EnumMap<Severity, Terms>(SeverityPolicy.USUAL.terms());
        terms.put(
                Severity.CRITICAL,
                terms(
                        SeverityPolicy.USUAL.of(Severity.CRITICAL),
                        minutes(15, 30, 60),
                        Audience.EVERYBODY,
                        Optional.of(Duration.ofMinutes(10)),
                        Map.of(
                                Language.ENGLISH,
                                "The fee of every payment of that day is credited. You need not ask.",
                                new Language("de"),
                                "Die Gebühr aller Zahlungen dieses Tages wird gutgeschrieben. Sie müssen nichts tun.")));
        terms.put(
                Severity.MAJOR,
                terms(
                        SeverityPolicy.USUAL.of(Severity.MAJOR),
                        minutes(60, 60, 120),
                        Audience.FOLLOWERS,
                        Optional.of(Duration.ofMinutes(20)),
                        Map.of()));
        terms.put(
                Severity.MINOR,
                terms(
                        SeverityPolicy.USUAL.of(Severity.MINOR),
                        minutes(180, 180, 240),
                        Audience.FOLLOWERS,
                        Optional.empty(),
                        Map.of()));
        return new SeverityPolicy(terms, called);
    }

    private static Terms terms(
            Terms usual,
            Cadence cadence,
            Audience audience,
            Optional<Duration> holding,
            Map<Language, String> compensation) {
        return new Terms(
                usual.firstMessage(),
                cadence,
                audience,
                usual.approval(),
                usual.holdBack(),
                holding,
                usual.report(),
                compensation);
    }

    private static Cadence minutes(int investigating, int identified, int monitoring) {
        return new Cadence(
                Duration.ofMinutes(investigating), Duration.ofMinutes(identified), Duration.ofMinutes(monitoring));
    }
}
