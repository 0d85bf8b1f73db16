package dev.allclear.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allclear.incident.Correction;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.FollowUp;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Update;
import dev.allclear.incident.Workaround;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One incident in the API.
///
/// @param status the stage while it is open; else `resolved`, `post_incident`, `false_alarm` or `cancelled`
/// @param endedAt when service was back, or when it was withdrawn
/// @param areas what is affected now
/// @param updates oldest first
record IncidentView(
        String id,
        String title,
        String severity,
        String status,
        boolean open,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> nextUpdateDue,
        String impact,
        String scope,
        Told workaround,
        String doing,
        Told cause,
        String fix,
        Optional<EstimateView> estimate,
        List<AreaView> areas,
        List<UpdateView> updates,
        Optional<ReportView> report,
        boolean backfilled,
        Optional<String> origin,
        String url) {

    /// A kind, and words where that kind has them.
    record Told(String kind, Optional<String> text) {}

    record EstimateView(Instant restoredBy, String confirmedBy, List<FormerView> former) {}

    record FormerView(Instant restoredBy, Instant changedAt, String why) {}

    record UpdateView(
            String id,
            String kind,
            String text,
            Instant at,
            String author,
            Optional<Instant> nextUpdateDue,
            Optional<AllClearBody.View> allClear,
            List<AreaView> areas,
            List<CorrectionView> corrections) {}

    record CorrectionView(Instant at, String before, String why) {}

    record ReportView(
            String wentWrong, String fixed, String prevented, List<FollowUpView> followUps, Instant publishedAt) {}

    record FollowUpView(
            String what,
            Optional<LocalDate> by,
            Optional<LocalDate> done,
            @JsonProperty("public") boolean isPublic) {

        static FollowUpView of(FollowUp followUp) {
            return new FollowUpView(followUp.what(), followUp.by(), followUp.done(), followUp.isPublic());
        }
    }

    static IncidentView of(Incident incident, String url) {
        var facts = incident.facts();
        return new IncidentView(
                incident.id().value(),
                incident.title(),
                incident.severity().key(),
                status(incident.phase()),
                incident.isOpen(),
                incident.startedAt(),
                endedAt(incident.phase()),
                incident.phase() instanceof Phase.Open(var _, var due) ? Optional.of(due) : Optional.empty(),
                facts.impact(),
                facts.scope(),
                workaround(facts.workaround()),
                facts.doing(),
                cause(facts.cause()),
                facts.fix(),
                facts.estimate().map(IncidentView::estimate),
                AreaView.of(incident.areas()),
                incident.updates().stream().map(IncidentView::update).toList(),
                incident.phase() instanceof Phase.PostIncident(var _, var report)
                        ? Optional.of(report(report))
                        : Optional.empty(),
                incident.backfilled(),
                incident.origin(),
                url);
    }

    static String status(Phase phase) {
        return switch (phase) {
            case Phase.Open(var stage, var _) -> stage.key();
            case Phase.Resolved _ -> "resolved";
            case Phase.PostIncident _ -> "post_incident";
            case Phase.Withdrawn(var _, var reason) -> reason.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Optional<Instant> endedAt(Phase phase) {
        return switch (phase) {
            case Phase.Open _ -> Optional.empty();
            case Phase.Resolved(var at) -> Optional.of(at);
            case Phase.PostIncident(var at, var _) -> Optional.of(at);
            case Phase.Withdrawn(var at, var _) -> Optional.of(at);
        };
    }

    private static Told workaround(Workaround workaround) {
        return switch (workaround) {
            case Workaround.Given(var text) -> new Told("given", Optional.of(text));
            case Workaround.NoneYet _ -> new Told("none_yet", Optional.empty());
            case Workaround.NotNeeded _ -> new Told("not_needed", Optional.empty());
        };
    }

    private static Told cause(RootCause cause) {
        return switch (cause) {
            case RootCause.Unknown _ -> new Told("unknown", Optional.empty());
            case RootCause.Suspected(var text) -> new Told("suspected", Optional.of(text));
            case RootCause.Confirmed(var text) -> new Told("confirmed", Optional.of(text));
            case RootCause.ConfirmedNotPublic _ -> new Told("confirmed_not_public", Optional.empty());
        };
    }

    private static EstimateView estimate(Estimate estimate) {
        return new EstimateView(
                estimate.restoredBy(),
                estimate.confirmedBy(),
                estimate.former().stream()
                        .map(former -> new FormerView(former.restoredBy(), former.changedAt(), former.why()))
                        .toList());
    }

    private static UpdateView update(Update update) {
        return new UpdateView(
                update.id().value(),
                update.kind().key(),
                update.text(),
                update.at(),
                update.author(),
                update.nextUpdateDue(),
                update.answers().map(AllClearBody::view),
                AreaView.of(update.areas()),
                update.corrections().stream().map(IncidentView::correction).toList());
    }

    private static CorrectionView correction(Correction correction) {
        return new CorrectionView(correction.at(), correction.before(), correction.why());
    }

    private static ReportView report(Report report) {
        return new ReportView(
                report.wentWrong(),
                report.fixed(),
                report.prevented(),
                report.followUps().stream().map(FollowUpView::of).toList(),
                report.publishedAt());
    }
}
