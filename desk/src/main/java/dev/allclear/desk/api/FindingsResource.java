package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Findings.AtDomain;
import dev.allclear.delivery.Forecast;
import dev.allclear.delivery.Pace;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How fast an announcement reaches people, why not all of them, and what one person was sent.
final class FindingsResource {

    private static final int REASONS = 100;
    private static final int DOMAINS = 100;
    private static final int SENT = 500;

    private final Store store;
    private final Replies replies;

    FindingsResource(Store store, Json json) {
        this.store = store;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/announcements/{id}/pace", Permission.VIEW_DESK, this::pace);
        mount.get("/announcements/{id}/failures", Permission.VIEW_DESK, this::failures);
        mount.get("/subscribers/{id}/deliveries", Permission.MANAGE_SUBSCRIBERS, this::sent);
    }

    /// @param people how many messages it is or will be
    /// @param certain whether they are counted; else guessed
    /// @param halfAfter in seconds since the announcement
    private record PaceView(
            long people,
            boolean certain,
            double perSecond,
            Optional<Instant> through,
            Optional<Double> halfAfter,
            Optional<Double> nineteenInTwentyAfter,
            Optional<Double> allAfter) {}

    private Answer pace(Ask ask) {
        return replies.ok(store.reading(tx -> pace(tx, ask)));
    }

    private static PaceView pace(Tx tx, Ask ask) {
        var page = ask.page().id();
        var progress = tx.outbox().progress(page, announcement(ask)).orElseThrow(FindingsResource::missing);
        var pace = tx.findings().pace(page, announcement(ask));
        var confirmed = progress.fannedOut() ? 0 : tx.subscribers().confirmedCount(page);
        var forecast = Forecast.of(progress, pace, confirmed, ask.now());
        var isOver =
                progress.stopped() || (progress.fannedOut() && progress.tally().isDone());
        var of = isOver ? progress.tally().sent() : forecast.people();
        return new PaceView(
                forecast.people(),
                forecast.isCertain(),
                forecast.perSecond(),
                forecast.through(),
                after(pace, .5, of),
                after(pace, .95, of),
                isOver ? after(pace, 1, of) : Optional.empty());
    }

    private static Optional<Double> after(Pace pace, double part, long of) {
        return of == 0
                ? Optional.empty()
                : pace.until(part, of).map(Duration::toMillis).map(millis -> millis / 1000.0);
    }

    private record ReasonView(String state, String words, long deliveries) {}

    private record DomainView(String domain, long deliveries, long sent, long waiting, long failed) {
        static DomainView of(AtDomain at) {
            return new DomainView(at.domain(), at.all(), at.sent(), at.waiting(), at.failed());
        }
    }

    private record FailuresView(List<ReasonView> reasons, List<DomainView> domains) {}

    private Answer failures(Ask ask) {
        var page = ask.page().id();
        return replies.ok(store.reading(tx -> {
            var _ = tx.outbox().find(page, announcement(ask)).orElseThrow(FindingsResource::missing);
            return new FailuresView(
                    tx.findings().reasons(page, announcement(ask), REASONS).stream()
                            .map(one -> new ReasonView(
                                    one.reason().kind().key(), one.reason().words(), one.deliveries()))
                            .toList(),
                    tx.findings().domains(page, announcement(ask), DOMAINS).stream()
                            .map(DomainView::of)
                            .toList());
        }));
    }

    /// @param delivery as `AnnouncementResource` shows it
    private record SentView(
            String announcement,
            Instant announced,
            AnnouncementResource.SubjectView subject,
            AnnouncementResource.DeliveryView delivery) {}

    private record Sent(List<SentView> sent) {}

    private Answer sent(Ask ask) {
        var page = ask.page().id();
        var person = new SubscriberId(ask.variable("id"));
        return replies.ok(store.reading(tx -> {
            var _ = tx.subscribers().find(page, person).orElseThrow(() -> new Refused.NotFound("subscriber"));
            return new Sent(tx.deliveries().to(page, person, SENT).stream()
                    .flatMap(one -> sent(tx, one).stream())
                    .toList());
        }));
    }

    private static Optional<SentView> sent(Tx tx, Delivery one) {
        return tx.outbox()
                .find(one.page(), one.announcement())
                .map(announcement -> new SentView(
                        announcement.id().value(),
                        announcement.at(),
                        AnnouncementResource.subject(announcement.subject()),
                        AnnouncementResource.view(one)));
    }

    private static AnnouncementId announcement(Ask ask) {
        return new AnnouncementId(ask.variable("id"));
    }

    private static Refused missing() {
        return new Refused.NotFound("announcement");
    }
}
