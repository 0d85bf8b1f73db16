package dev.allclear.desk.api;

import dev.allclear.Stored;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.maintenance.Blackout;
import dev.allclear.maintenance.Rung;
import dev.allclear.maintenance.WorkPolicy;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `/policy/work`: how long ahead planned work is announced, when everybody is reminded, and on which days none should
/// be planned.
final class WorkPolicyResource {

    private static final int DAY = 24 * 60;
    private static final int LONGEST = 90 * DAY;
    private static final int MOST_REMINDERS = 10;
    private static final int MOST_BLACKOUTS = 50;

    private final Store store;
    private final PromiseDesk desk;
    private final Json json;
    private final Replies replies;

    WorkPolicyResource(Store store, PromiseDesk desk, Json json) {
        this.store = store;
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/policy/work", Permission.VIEW_DESK, this::show);
        mount.put("/policy/work", Permission.MANAGE_PAGE, this::replace);
    }

    private record View(
            long leastNoticeMinutes, List<Reminder> reminders, long checkInFromMinutes, List<BlackoutBody> blackouts) {}

    private record Reminder(long minutesAhead) {}

    private record BlackoutBody(String firstDay, String lastDay, String why) {}

    private Answer show(Ask ask) {
        return store.reading(tx -> shown(tx.policies().ofWork(ask.page().id())));
    }

    private Answer replace(Ask ask) {
        var fields = Fields.of(ask, json);
        var notice = fields.number("least_notice_minutes", 0, LONGEST);
        var reminders = fields.objects("reminders", MOST_REMINDERS);
        var checkIn = fields.number("check_in_from_minutes", 60, LONGEST);
        var blackouts = fields.objects("blackouts", MOST_BLACKOUTS);
        var rungs = reminders.stream()
                .flatMap(List::stream)
                .flatMap(one -> one.number("minutes_ahead", 5, LONGEST).stream())
                .map(minutes -> new Rung(Duration.ofMinutes(minutes)))
                .toList();
        if (rungs.stream().distinct().count() < rungs.size()) {
            fields.wrong("reminders", "Name each reminder once.");
        }
        var days = blackouts.stream()
                .flatMap(List::stream)
                .flatMap(one -> blackout(one).stream())
                .toList();
        fields.refuseIfWrong();
        var policy = new WorkPolicy(
                Duration.ofMinutes(notice.orElseThrow()), rungs, Duration.ofMinutes(checkIn.orElseThrow()), days);
        var page = ask.page().id();
        return store.inTransaction(tx -> {
            var seen = Tags.seen(ask, "policy")
                    .orElseGet(() -> tx.policies().ofWork(page).version());
            desk.agreeOnWork(page, policy, seen, ask.actor());
            return shown(tx.policies().ofWork(page));
        });
    }

    private static Optional<Blackout> blackout(Fields fields) {
        var first = fields.date("first_day");
        var last = fields.date("last_day");
        var why = fields.line("why", 200);
        if (first.isEmpty() || last.isEmpty() || why.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            return fields.wrong("last_day", "The last day comes after the first.");
        }
        return Optional.of(new Blackout(first.get(), last.get(), why.get()));
    }

    private Answer shown(Stored<WorkPolicy> stored) {
        var policy = stored.value();
        var view = new View(
                policy.leastNotice().toMinutes(),
                policy.rungs().stream()
                        .map(rung -> new Reminder(rung.ahead().toMinutes()))
                        .toList(),
                policy.checkInFrom().toMinutes(),
                policy.blackouts().stream()
                        .map(one ->
                                new BlackoutBody(one.from().toString(), one.to().toString(), one.why()))
                        .toList());
        return replies.ok(view, stored.version());
    }
}
