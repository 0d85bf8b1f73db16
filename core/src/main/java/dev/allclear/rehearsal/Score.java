package dev.allclear.rehearsal;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Context;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Weight;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.Severity;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a team did in a rehearsal, against what the page's own policy asks.
///
/// @param firstMessage how long it took to the first message, in real time; empty while there is none
/// @param limit within which the policy wants it at the severity that was chosen
/// @param promises each with what became of it
/// @param allClear what is still missing of the all-clear, in sentences; empty for none
/// @param isResolved whether there was an all-clear
/// @param findings what the coach found, message by message
/// @param decisions to the first message, and in all
public record Score(
        Optional<Duration> firstMessage,
        Duration limit,
        List<Promise> promises,
        boolean isResolved,
        List<Missing> allClear,
        List<List<Finding>> findings,
        int firstDecisions,
        int decisions) {

    /// What an all-clear may lack.
    public enum Missing {
        ANSWERS,
        REPORT
    }

    private static final int FIRST = 40;
    private static final int PROMISES = 30;
    private static final int RESOLVED = 20;
    private static final int WRITING = 10;
    private static final int ERROR = 5;

    static Score of(Rehearsal rehearsal, SeverityPolicy policy, Instant real) {
        var lines = rehearsal.lines();
        var incident = rehearsal.incident();
        var severity = incident.map(one -> one.severity());
        var limit = policy.of(severity.orElse(Severity.CRITICAL)).firstMessage();
        return new Score(
                lines.stream().findFirst().map(first -> Duration.between(rehearsal.startedAt(), first.at())),
                limit,
                incident.map(one -> Promise.of(one, rehearsal.played(real))).orElse(List.of()),
                rehearsal.isOver(),
                rehearsal.isOver() ? missing(lines.getLast(), policy) : List.of(),
                lines.stream().map(line -> findings(rehearsal, line)).toList(),
                lines.stream().findFirst().map(Line::decisions).orElse(0),
                lines.stream().mapToInt(Line::decisions).sum());
    }

    /// An all-clear says what works again, why, what is left and what comes next; a report that is owed is announced.
    private static List<Missing> missing(Line line, SeverityPolicy policy) {
        if (line.answers().isEmpty()) {
            return List.of(Missing.ANSWERS);
        }
        var isReportOwed = policy.of(line.severity()).report().isPresent();
        return isReportOwed && !(line.answers().get().next() instanceof AllClear.Next.Report)
                ? List.of(Missing.REPORT)
                : List.of();
    }

    private static List<Finding> findings(Rehearsal rehearsal, Line line) {
        var manuscript = new Manuscript(
                Manuscript.Channel.STATUS,
                phase(line),
                Manuscript.Audience.GENERAL,
                line.title(),
                Script.framed(line, rehearsal.language()),
                Optional.of(rehearsal.language().tag()),
                Context.UNKNOWN);
        return Coach.ours().review(manuscript).shownFirst();
    }

    private static Manuscript.Phase phase(Line line) {
        return switch (line.occasion()) {
            case IDENTIFIED -> Manuscript.Phase.IDENTIFIED;
            case MONITORING -> Manuscript.Phase.MONITORING;
            case RESOLVED -> Manuscript.Phase.RESOLVED;
            default -> Manuscript.Phase.INVESTIGATING;
        };
    }

    public boolean isFirstInTime() {
        return firstMessage.map(took -> took.compareTo(limit) <= 0).orElse(false);
    }

    public long kept() {
        return promises.stream().filter(Promise::isKept).count();
    }

    public long missed() {
        return promises.stream().filter(Promise::isMissed).count();
    }

    public long errors() {
        return findings.stream()
                .flatMap(List::stream)
                .filter(finding -> finding.weight() == Weight.ERROR)
                .count();
    }

    public long warnings() {
        return findings.stream()
                .flatMap(List::stream)
                .filter(finding -> finding.weight() == Weight.WARN)
                .count();
    }

    /// Of 100: 40 for the first message, 30 for promises, 20 for the all-clear, 10 for the writing. Where no promise
    /// came due, there was none to keep or to miss, and the rest makes up the 100.
    public int points() {
        var others = first() + resolved() + written();
        return isPromiseJudged() ? others + promised() : Math.round(others * 100f / (100 - PROMISES));
    }

    /// Whether a promise came due, or whether nobody made any because nobody spoke.
    public boolean isPromiseJudged() {
        return kept() + missed() > 0 || promises.isEmpty();
    }

    private int first() {
        return firstMessage
                .map(took -> isFirstInTime() ? FIRST : (int) (FIRST * limit.toMillis() / took.toMillis()))
                .orElse(0);
    }

    private int promised() {
        var due = kept() + missed();
        return due == 0 ? 0 : (int) (PROMISES * kept() / due);
    }

    private int resolved() {
        return isResolved ? allClear.isEmpty() ? RESOLVED : RESOLVED / 2 : 0;
    }

    private int written() {
        return findings.isEmpty() ? 0 : (int) Math.max(0, WRITING - ERROR * errors() - warnings());
    }
}
