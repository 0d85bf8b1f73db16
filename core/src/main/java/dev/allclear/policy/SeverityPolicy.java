package dev.allclear.policy;

import dev.allclear.Refused;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.people.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What we hold ourselves to, by severity: the one source of approval, of every promised time, and of what the public
/// may expect of us.
///
/// @param escalation who is reminded, one after another, while a promise is overdue and nobody acts
public record SeverityPolicy(Map<Severity, Terms> terms, List<AccountId> escalation) {

    /// While an incident is young the cadence is the longest wait; later a time tomorrow may be the honest promise.
    /// PagerDuty's guide for the two hours.
    private static final Duration YOUNG = Duration.ofHours(2);

    private static final Duration LONGEST_WHEN_OLD = Duration.ofHours(24);

    /// Where a company starts from. Atlassian advises an update every 30 minutes, GitLab 10 to 60 by severity,
    /// PagerDuty a first message within 5; while only watching, half as often will do.
    public static final SeverityPolicy USUAL = new SeverityPolicy(
            Map.of(
                    Severity.CRITICAL, usual(5, 15, Optional.of(Duration.ofDays(5))),
                    Severity.MAJOR, usual(15, 30, Optional.of(Duration.ofDays(10))),
                    Severity.MINOR, usual(30, 60, Optional.empty()),
                    Severity.NOTICE, usual(60, 240, Optional.empty())),
            List.of());

    public SeverityPolicy {
        terms = Map.copyOf(new EnumMap<>(terms));
        escalation = List.copyOf(escalation);
        for (var severity : Severity.values()) {
            Objects.requireNonNull(terms.get(severity), () -> "no terms for " + severity);
        }
        if (new HashSet<>(escalation).size() < escalation.size()) {
            throw new Refused.Invalid("escalation", "Each person stands on the list once.");
        }
    }

    private static Terms usual(int firstMinutes, int everyMinutes, Optional<Duration> report) {
        var busy = Duration.ofMinutes(everyMinutes);
        return new Terms(
                Duration.ofMinutes(firstMinutes),
                new Cadence(busy, busy, busy.multipliedBy(2)),
                Audience.FOLLOWERS,
                Approval.ONE_PERSON,
                Duration.ZERO,
                Optional.empty(),
                report,
                Map.of());
    }

    public Terms of(Severity severity) {
        return Objects.requireNonNull(terms.get(severity));
    }

    /// Who has to agree to a word about it: severity that one person lowered still counts.
    public Approval approval(Incident incident) {
        var asksTwo = Stream.of(incident.severity(), incident.strictest())
                .anyMatch(severity -> of(severity).approval() == Approval.SECOND_PERSON);
        return asksTwo ? Approval.SECOND_PERSON : Approval.ONE_PERSON;
    }

    /// By when we speak again, unless somebody promises another time.
    public Instant nextUpdateDue(Severity severity, Stage stage, Instant now) {
        return now.plus(of(severity).cadence().of(stage));
    }

    /// Refuses a promise that is later than this policy allows.
    ///
    /// @param startedAt since when the incident goes on
    public void allow(Instant due, Severity severity, Stage stage, Instant startedAt, Instant now) {
        var cadence = of(severity).cadence().of(stage);
        var isYoung = startedAt.plus(YOUNG).isAfter(now);
        var wait = isYoung || cadence.compareTo(LONGEST_WHEN_OLD) > 0 ? cadence : LONGEST_WHEN_OLD;
        // Times are told to the minute: what was right when the form was opened is right when it is sent.
        if (due.isAfter(now.plus(wait).plus(Duration.ofMinutes(5)))) {
            throw new Refused.Invalid(
                    "nextUpdateDue",
                    "While it is " + severity.key() + ", the policy asks for an update at least every " + told(wait)
                            + ": promise an earlier time.");
        }
    }

    private static String told(Duration wait) {
        if (wait.toMinutes() % 60 != 0) {
            return wait.toMinutes() + " minutes";
        }
        return wait.toHours() == 1 ? "hour" : wait.toHours() + " hours";
    }

    /// By when the post-incident report is owed; empty when none is.
    public Optional<Instant> reportDue(Incident incident) {
        return Duty.owesReport(incident, this)
                ? incident.resolvedAt()
                        .flatMap(at -> of(incident.severity()).report().map(at::plus))
                : Optional.empty();
    }
}
