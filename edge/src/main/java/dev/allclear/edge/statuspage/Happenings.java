package dev.allclear.edge.statuspage;

import dev.allclear.incident.Correction;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.Update;
import dev.allclear.language.Phrases;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Notice;
import dev.allclear.page.PublicIncident;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicUpdate;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells our incidents and planned works in their terms.
final class Happenings {

    private final Markdown markdown;
    private final URI base;
    private final Phrases phrases;

    /// @param phrases for what was said by itself
    Happenings(Markdown markdown, URI base, Phrases phrases) {
        this.markdown = markdown;
        this.base = base;
        this.phrases = phrases;
    }

    Happening of(PublicIncident incident) {
        return new Happening(
                incident.id().value(),
                incident.title(),
                Words.incident(incident),
                incident.updates().getLast().at(),
                incident.changedAt(),
                monitoringAt(incident),
                incident.endedAt(),
                Words.impact(incident.severity()),
                base + "/incidents/" + incident.id().value(),
                incident.startedAt(),
                told(incident),
                Happening.components(incident.affected()),
                Optional.empty());
    }

    /// Since when we are watching whether it stays well; no more once it broke again.
    private static Optional<Instant> monitoringAt(PublicIncident incident) {
        return incident.updates().stream()
                .filter(update -> update.kind() == Update.Kind.MONITORING || update.kind() == Update.Kind.REOPENED)
                .findFirst()
                .filter(update -> update.kind() == Update.Kind.MONITORING)
                .map(PublicUpdate::at);
    }

    private List<Told> told(PublicIncident incident) {
        var told = new ArrayList<Told>();
        if (incident.phase() instanceof Phase.PostIncident(var _, var report)) {
            told.add(told(incident, report));
        }
        incident.updates().forEach(update -> told.add(told(incident, update)));
        return told;
    }

    private Told told(PublicIncident incident, Report report) {
        var body = String.join(
                "\n\n",
                markdown.text(report.wentWrong()),
                markdown.text(report.fixed()),
                markdown.text(report.prevented()));
        return new Told(
                incident.id().value() + "-report",
                "postmortem",
                body,
                report.publishedAt(),
                report.publishedAt(),
                List.of(),
                !incident.backfilled());
    }

    private Told told(PublicIncident incident, PublicUpdate update) {
        var updatedAt = update.corrections().stream()
                .map(Correction::at)
                .max(Instant::compareTo)
                .orElse(update.at());
        return new Told(
                update.id().value(),
                Words.update(update.kind()),
                markdown.text(update.text()),
                update.at(),
                updatedAt,
                Affected.of(update.turned()),
                !incident.backfilled());
    }

    Happening of(PublicMaintenance work) {
        return new Happening(
                work.id().value(),
                work.title(),
                Words.maintenance(work.phase()),
                work.notices().getLast().at(),
                work.changedAt(),
                Optional.empty(),
                endedAt(work.phase()),
                "maintenance",
                base + "/maintenance/" + work.id().value(),
                startedAt(work),
                work.notices().stream().map(notice -> told(work, notice)).toList(),
                Happening.components(work.affected()),
                Optional.of(work.window()));
    }

    private static Optional<Instant> endedAt(Maintenance.Phase phase) {
        return switch (phase) {
            case Maintenance.Phase.Scheduled _, Maintenance.Phase.Running _ -> Optional.empty();
            case Maintenance.Phase.Completed(var _, var at) -> Optional.of(at);
            case Maintenance.Phase.Cancelled(var at) -> Optional.of(at);
        };
    }

    private static Instant startedAt(PublicMaintenance work) {
        return switch (work.phase()) {
            case Maintenance.Phase.Scheduled _, Maintenance.Phase.Cancelled _ ->
                work.window().start();
            case Maintenance.Phase.Running(var since) -> since;
            case Maintenance.Phase.Completed(var since, var _) -> since;
        };
    }

    private Told told(PublicMaintenance work, PublicMaintenance.PublicNotice notice) {
        var began = work.notices().stream()
                .anyMatch(one -> one.kind() == Notice.Kind.STARTED && !one.at().isAfter(notice.at()));
        return new Told(
                notice.id().value(),
                status(notice.kind(), began),
                markdown.text(notice.words(phrases)),
                notice.at(),
                notice.at(),
                affected(work, notice.kind(), began),
                true);
    }

    private static String status(Notice.Kind kind, boolean began) {
        return switch (kind) {
            case ANNOUNCED, REMINDER, MOVED -> "scheduled";
            case STARTED, CHECK_IN, EXTENDED -> "in_progress";
            case PROGRESS, REVISED -> began ? "in_progress" : "scheduled";
            case COMPLETED, THANKS, CANCELLED, BECAME_INCIDENT -> "completed";
        };
    }

    private static List<Affected> affected(PublicMaintenance work, Notice.Kind kind, boolean began) {
        var isOver = kind == Notice.Kind.THANKS;
        var ranBefore = began && kind != Notice.Kind.STARTED && !isOver;
        var ended = kind == Notice.Kind.COMPLETED || kind == Notice.Kind.BECAME_INCIDENT;
        var runsAfter = began && !ended && !isOver;
        return Affected.of(work.affected(), ranBefore, runsAfter);
    }
}
