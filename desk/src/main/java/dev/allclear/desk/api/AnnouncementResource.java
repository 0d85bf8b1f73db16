package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Outbox.Tally;
import dev.allclear.delivery.Retry;
import dev.allclear.delivery.Subject;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.operation.DeliveryDesk;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `/announcements`: what was announced, and how far it has come to whom.
final class AnnouncementResource {

    private static final Map<String, Kind> STATES =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::key, kind -> kind));

    private final Store store;
    private final DeliveryDesk desk;
    private final PromiseDesk promises;
    private final Replies replies;

    AnnouncementResource(Store store, DeliveryDesk desk, PromiseDesk promises, Json json) {
        this.store = store;
        this.desk = desk;
        this.promises = promises;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/announcements", Permission.VIEW_DESK, this::list);
        mount.get("/announcements/{id}", Permission.VIEW_DESK, this::show);
        mount.get("/announcements/{id}/deliveries", Permission.MANAGE_SUBSCRIBERS, this::deliveries);
        mount.post("/announcements/{id}/retry", Permission.PUBLISH, this::retry);
        mount.post("/announcements/{id}/stop", Permission.PUBLISH, this::stop);
    }

    private record View(
            String id,
            Instant at,
            SubjectView subject,
            boolean fannedOut,
            boolean done,
            Optional<Instant> heldUntil,
            boolean stopped,
            Map<String, Long> deliveries) {}

    /// @param id of the incident, the maintenance, or the subscriber
    /// @param part of the update or notice; empty where there is none
    record SubjectView(String kind, String id, Optional<String> part) {}

    /// Every state with its count, also those that count nobody.
    private static Map<String, Long> view(Tally tally) {
        var counts = new LinkedHashMap<String, Long>();
        for (var kind : Kind.values()) {
            counts.put(kind.key(), tally.of(kind));
        }
        return counts;
    }

    private record Listed(List<View> announcements) {}

    private Answer list(Ask ask) {
        var portion = Portion.of(ask);
        var recent = store.reading(tx -> tx.outbox().recent(ask.page().id(), portion.limit()));
        return replies.ok(
                new Listed(recent.stream().map(AnnouncementResource::view).toList()));
    }

    private Answer show(Ask ask) {
        return replies.ok(view(found(ask)));
    }

    record DeliveryView(
            String id,
            String subscriber,
            String email,
            String state,
            int attempts,
            Optional<Instant> due,
            Optional<Instant> at,
            Optional<String> detail) {}

    private record ListedDeliveries(List<DeliveryView> deliveries, Optional<String> nextCursor) {}

    private Answer deliveries(Ask ask) {
        var announcement = found(ask).announcement().id();
        var portion = Portion.of(ask);
        var states = states(ask);
        var found = store.reading(tx -> tx.deliveries()
                .of(
                        ask.page().id(),
                        announcement,
                        states,
                        ask.query().get("search"),
                        portion.offset(),
                        portion.limit()));
        return replies.ok(new ListedDeliveries(
                found.stream().map(AnnouncementResource::view).toList(), portion.next(found.size())));
    }

    private static Set<Kind> states(Ask ask) {
        var states = new HashSet<>(ask.query().all("state"));
        if (!STATES.keySet().containsAll(states)) {
            var known = Stream.of(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));
            throw new Refused.Invalid("state", "This must be one of: " + known + ".");
        }
        return states.stream().map(STATES::get).collect(Collectors.toSet());
    }

    private record Retried(int retried) {}

    private Answer retry(Ask ask) {
        var count = desk.retry(ask.page().id(), new AnnouncementId(ask.variable("id")), which(ask), ask.actor());
        return replies.ok(new Retried(count));
    }

    private static Retry which(Ask ask) {
        return switch (ask.query().get("which")) {
            case "", "failed" -> Retry.FAILED;
            case "unanswered" -> Retry.UNANSWERED;
            default -> throw new Refused.Invalid("which", "This must be failed or unanswered.");
        };
    }

    /// @param inTime whether nobody had been written to yet
    /// @param notSent how many were on the list already and are not sent
    private record StoppedView(boolean inTime, long notSent, long sent) {}

    private Answer stop(Ask ask) {
        var stopped = promises.stop(ask.page().id(), new AnnouncementId(ask.variable("id")), ask.actor());
        return replies.ok(new StoppedView(stopped.inTime(), stopped.kept(), stopped.reached()));
    }

    private Progress found(Ask ask) {
        return store.reading(tx -> tx.outbox().progress(ask.page().id(), new AnnouncementId(ask.variable("id"))))
                .orElseThrow(() -> new Refused.NotFound("announcement"));
    }

    private static View view(Progress progress) {
        var tally = progress.tally();
        return new View(
                progress.announcement().id().value(),
                progress.announcement().at(),
                subject(progress.announcement().subject()),
                progress.fannedOut(),
                progress.fannedOut() && tally.isDone(),
                progress.heldUntil(),
                progress.stopped(),
                view(tally));
    }

    static SubjectView subject(Subject subject) {
        return switch (subject) {
            case Subject.OfIncident(var incident, var update) ->
                new SubjectView("incident_update", incident.value(), Optional.of(update.value()));
            case Subject.OfReport(var incident) -> new SubjectView("report", incident.value(), Optional.empty());
            case Subject.OfMaintenance(var maintenance, var notice) ->
                new SubjectView("maintenance_notice", maintenance.value(), Optional.of(notice.value()));
            case Subject.OfCorrection(var incident, var update) ->
                new SubjectView("correction", incident.value(), Optional.of(update.value()));
            case Subject.OfReminder(var reminder) -> new SubjectView("reminder", reminder.value(), Optional.empty());
            case Subject.OfHandover(var draft, var _) -> new SubjectView("handover", draft.value(), Optional.empty());
            case Subject.OfConfirmation(var subscriber) ->
                new SubjectView("confirmation", subscriber.value(), Optional.empty());
        };
    }

    static DeliveryView view(Delivery delivery) {
        return switch (delivery.state()) {
            case State.Waiting(var due, var why) -> view(delivery, Optional.of(due), Optional.empty(), why);
            case State.Sending _ -> view(delivery, Optional.empty(), Optional.empty(), "");
            case State.Accepted(var at, var receipt) -> view(delivery, Optional.empty(), Optional.of(at), receipt);
            case State.Delivered(var at, var receipt) -> view(delivery, Optional.empty(), Optional.of(at), receipt);
            case State.Bounced(var at, var why) -> view(delivery, Optional.empty(), Optional.of(at), why);
            case State.Failed(var at, var why) -> view(delivery, Optional.empty(), Optional.of(at), why);
            case State.Suppressed(var at, var why) -> view(delivery, Optional.empty(), Optional.of(at), why);
            case State.Superseded(var at) -> view(delivery, Optional.empty(), Optional.of(at), "");
            case State.Unknown(var at, var again, var why) -> view(delivery, again, Optional.of(at), why);
        };
    }

    private static DeliveryView view(Delivery delivery, Optional<Instant> due, Optional<Instant> at, String detail) {
        return new DeliveryView(
                delivery.id().value(),
                delivery.subscriber().value(),
                delivery.address().value(),
                delivery.state().kind().key(),
                delivery.attempts(),
                due,
                at,
                Optional.of(detail).filter(words -> !words.isEmpty()));
    }
}
