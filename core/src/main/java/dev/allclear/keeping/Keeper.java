package dev.allclear.keeping;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.people.Actor;
import dev.allclear.policy.Duty;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.promise.Call;
import dev.allclear.promise.Calls;
import dev.allclear.promise.Reminder;
import dev.allclear.promise.ReminderId;
import dev.allclear.promise.Step;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps promises in mind: at each look it takes the steps that have fallen due and were never taken, each in the
/// transaction that also writes down that it was. So each is taken exactly once, whatever crashes or sleeps or turns
/// the clock in between.
public final class Keeper implements Look {

    private final Store store;
    private final InstantSource clock;
    private final Entropy entropy;
    private final IncidentDesk incidents;

    public Keeper(Store store, InstantSource clock, Entropy entropy, IncidentDesk incidents) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.incidents = incidents;
    }

    /// Looks at all pages once. What goes wrong about one incident keeps nobody from being reminded of the others; the
    /// next look tries it again.
    ///
    /// @return when something falls due next; empty when nothing is owed
    /// @throws RuntimeException the first thing that went wrong, after everything else was looked at
    @Override
    public Optional<Instant> look() {
        var pages = store.reading(
                tx -> tx.pages().all().stream().map(page -> page.value().id()).toList());
        return Troubles.soonest(pages, this::look);
    }

    /// Looks at one page.
    public Optional<Instant> look(PageId page) {
        var now = clock.instant();
        var owing = store.reading(tx -> owing(tx, page, now));
        var troubles = new Troubles();
        for (var one : owing) {
            if (!one.due(now).isEmpty()) {
                var _ = troubles.held(() -> take(page, one.incident().value().id(), now));
            }
        }
        troubles.letOut();
        return owing.stream().flatMap(one -> one.later(now)).map(Call::due).min(Instant::compareTo);
    }

    private Instant take(PageId page, IncidentId incident, Instant now) {
        return store.inTransaction(tx -> {
            // What was owed may have been said since.
            owing(tx, page, now).stream()
                    .filter(again -> again.incident().value().id().equals(incident))
                    .forEach(again -> take(tx, again, now));
            return now;
        });
    }

    /// An incident with the steps about what it owes that nobody has taken yet.
    ///
    /// @param promised by when it is owed
    private record Owing(Stored<Incident> incident, List<Call> calls, Optional<Instant> promised) {

        List<Call> due(Instant now) {
            return calls.stream().filter(call -> !call.due().isAfter(now)).toList();
        }

        Stream<Call> later(Instant now) {
            return calls.stream().filter(call -> call.due().isAfter(now));
        }
    }

    private static List<Owing> owing(Tx tx, PageId page, Instant now) {
        var policy = tx.policies().of(page).value();
        // Most of what ended owes no report, so nobody looks at it any closer.
        var ended = tx.incidents().unreported(page, now.minus(Duty.FORGOTTEN)).stream()
                .filter(stored -> Duty.owesReport(stored.value(), policy));
        return Stream.concat(tx.incidents().open(page).stream(), ended)
                .map(stored -> new Owing(stored, untaken(tx, stored.value(), policy), promised(stored.value(), policy)))
                .toList();
    }

    private static Optional<Instant> promised(Incident incident, SeverityPolicy policy) {
        return incident.latest().nextUpdateDue().or(() -> policy.reportDue(incident));
    }

    private static List<Call> untaken(Tx tx, Incident incident, SeverityPolicy policy) {
        var ownership = tx.reminders().ownership(incident.page(), incident.id());
        var promise = incident.latest().id();
        var taken = new HashSet<String>();
        tx.reminders()
                .of(incident.page(), incident.id(), promise)
                .forEach(reminder -> taken.add(reminder.call().key()));
        var isTaken = ownership.taken().equals(Optional.of(promise));
        return Calls.about(incident, policy, ownership.owner()).stream()
                .filter(call -> !taken.contains(call.key()))
                .filter(call -> !(isTaken && call.step() == Step.OVERDUE))
                .toList();
    }

    private void take(Tx tx, Owing owing, Instant now) {
        var incident = owing.incident().value();
        var calls = owing.due(now);
        for (var i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            var reminder = reminder(incident, call, owing.promised().orElse(call.due()), now);
            var isFirst = tx.reminders().take(reminder);
            // After a pause several are due at once: each person hears the latest, and that is enough.
            var isLast = calls.subList(i + 1, calls.size()).stream()
                    .noneMatch(later -> later.to().equals(call.to()));
            if (isFirst && isLast) {
                act(tx, reminder, now);
            }
        }
    }

    private Reminder reminder(Incident incident, Call call, Instant promised, Instant now) {
        return new Reminder(
                new ReminderId(entropy.id()),
                incident.page(),
                incident.id(),
                incident.latest().id(),
                call,
                promised,
                now);
    }

    private void act(Tx tx, Reminder reminder, Instant now) {
        if (reminder.call().step() == Step.HOLDING) {
            incidents.hold(reminder.page(), reminder.incident());
            return;
        }
        var subject = new Subject.OfReminder(reminder.id());
        tx.outbox().add(new Announcement(new AnnouncementId(entropy.id()), reminder.page(), subject, now));
        tx.journal()
                .append(
                        reminder.page(),
                        now,
                        Actor.SYSTEM.name(),
                        "promise.reminded",
                        reminder.incident().value(),
                        reminder.call().key());
    }
}
