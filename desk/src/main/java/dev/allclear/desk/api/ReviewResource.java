package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.api.CareResource.CallView;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.incident.IncidentId;
import dev.allclear.people.Permission;
import dev.allclear.promise.FirstWord;
import dev.allclear.promise.OwedReport;
import dev.allclear.promise.Promise;
import dev.allclear.review.IncidentReview;
import dev.allclear.review.Overridden;
import dev.allclear.review.Reached;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `/incidents/{id}/review`: how an incident was handled.
final class ReviewResource {

    private final Store store;
    private final Replies replies;

    ReviewResource(Store store, Json json) {
        this.store = store;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/incidents/{id}/review", Permission.VIEW_DESK, this::show);
    }

    private record View(
            String incident,
            FirstWordView firstWord,
            long kept,
            long missed,
            List<PromiseView> promises,
            Optional<ReportView> report,
            List<ReachedView> reached,
            List<CorrectionView> corrections,
            List<OverriddenView> overridden,
            List<CallView> calls) {}

    private record FirstWordView(long afterSeconds, long limitSeconds, boolean inTime) {
        static FirstWordView of(FirstWord first) {
            return new FirstWordView(first.after().toSeconds(), first.limit().toSeconds(), first.isInTime());
        }
    }

    /// @param spokenAt empty while nothing was said
    private record PromiseView(
            String update, Instant due, String outcome, Optional<Instant> spokenAt, Optional<Long> lateSeconds) {

        static PromiseView of(Promise promise) {
            return switch (promise.outcome()) {
                case Promise.Outcome.Ahead _ -> of(promise, "ahead", Optional.empty(), Optional.empty());
                case Promise.Outcome.Overdue _ -> of(promise, "overdue", Optional.empty(), Optional.empty());
                case Promise.Outcome.Kept(var at) -> of(promise, "kept", Optional.of(at), Optional.empty());
                case Promise.Outcome.Missed(var at, var by) -> of(promise, "missed", Optional.of(at), Optional.of(by));
            };
        }

        private static PromiseView of(
                Promise promise, String outcome, Optional<Instant> spokenAt, Optional<Duration> late) {
            return new PromiseView(
                    promise.madeBy().value(), promise.due(), outcome, spokenAt, late.map(Duration::toSeconds));
        }
    }

    /// @param inTime empty while there is still time
    private record ReportView(Instant due, Optional<Instant> publishedAt, Optional<Boolean> inTime) {
        static ReportView of(OwedReport report, Instant now) {
            var inTime = report.isSettled(now) ? Optional.of(report.isInTime(now)) : Optional.<Boolean>empty();
            return new ReportView(report.due(), report.publishedAt(), inTime);
        }
    }

    private record ReachedView(String kind, int announced, int stopped, long sent, long failed, long waiting) {
        static ReachedView of(Reached reached) {
            return new ReachedView(
                    reached.kind().key(),
                    reached.announced(),
                    reached.stopped(),
                    reached.mailed(),
                    reached.failed(),
                    reached.waiting());
        }
    }

    private record CorrectionView(Instant at, String before, String why) {}

    private record OverriddenView(String kind, Instant at, String actor, String why) {
        static OverriddenView of(Overridden one) {
            return new OverriddenView(one.kind().key(), one.at(), one.actor(), one.why());
        }
    }

    private Answer show(Ask ask) {
        return store.reading(tx -> {
            var incident = tx.incidents()
                    .find(ask.page().id(), new IncidentId(ask.variable("id")))
                    .orElseThrow(() -> new Refused.NotFound("incident"))
                    .value();
            return replies.ok(view(tx, IncidentReview.of(tx, incident, ask.now()), ask.now()));
        });
    }

    private static View view(Tx tx, IncidentReview review, Instant now) {
        return new View(
                review.incident().id().value(),
                FirstWordView.of(review.firstWord()),
                review.kept(),
                review.missed(),
                review.promises().stream().map(PromiseView::of).toList(),
                review.report().map(report -> ReportView.of(report, now)),
                review.reached().stream().map(ReachedView::of).toList(),
                review.corrections().stream()
                        .map(one -> new CorrectionView(one.at(), one.before(), one.why()))
                        .toList(),
                review.overridden().stream().map(OverriddenView::of).toList(),
                review.reminders().stream()
                        .map(reminder -> CallView.of(tx, reminder))
                        .toList());
    }
}
