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
        terms.computeIfPresent(
                Severity.CRITICAL,
                (_, usual) -> usual.withCadence(minutes(15, 30, 60))
                        .withAudience(Audience.EVERYBODY)
                        .withHoldBack(Duration.ofSeconds(30))
                        .withHolding(Optional.of(Duration.ofMinutes(10)))
                        .withCompensation(
                                Map.of(
                                        Language.ENGLISH,
                                        "The fee of every payment of that day is credited. You need not ask.",
                                        new Language("de"),
                                        "Die Gebühr aller Zahlungen dieses Tages wird gutgeschrieben. Sie müssen nichts tun.")));
        terms.computeIfPresent(
                Severity.MAJOR,
                (_, usual) -> usual.withCadence(minutes(60, 60, 120))
                        .withHoldBack(Duration.ofSeconds(30))
                        .withHolding(Optional.of(Duration.ofMinutes(20))));
        terms.computeIfPresent(Severity.MINOR, (_, usual) -> usual.withCadence(minutes(180, 180, 240)));
        return new SeverityPolicy(terms, called);
    }

    private static Cadence minutes(int investigating, int identified, int monitoring) {
        return new Cadence(
                Duration.ofMinutes(investigating), Duration.ofMinutes(identified), Duration.ofMinutes(monitoring));
    }
}
