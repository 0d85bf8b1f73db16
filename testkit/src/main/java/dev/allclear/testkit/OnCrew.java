package dev.allclear.testkit;

import dev.allclear.PageId;
import dev.allclear.delivery.Outbox;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.keeping.Keeper;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.operation.Word;
import dev.allclear.people.Account;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import dev.allclear.promise.Reminder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A crew that owes customers words, and whoever keeps that in mind.
public interface OnCrew extends OnDesk {

    /// Ines declares; Jonas and Mira are next on the list.
    record Crew(PageId page, Account ines, Account jonas, Account mira, SettableClock clock, IncidentDesk desk) {

        Incident declared() {
            return desk.declare(page, Stories.declaration(), Actor.of(ines)).value();
        }

        void says(IncidentId incident, String text) {
            var word = new Word(Stage.IDENTIFIED, text, Optional.empty(), Optional.empty());
            desk.postUpdate(page, incident, word, Optional.empty(), Actor.of(ines));
        }

        void after(long minutes) {
            clock.set(Stories.NOW.plus(Duration.ofMinutes(minutes)));
        }
    }

    default Crew crew(Optional<Duration> holding) {
        return crew(holding, new SettableClock(Stories.NOW));
    }

    default Crew crew(Optional<Duration> holding, SettableClock clock) {
        var page = Stories.opened(store()).id();
        var ines = Stories.account(Map.of(page, Role.OWNER));
        var jonas = Stories.account(Map.of(page, Role.PUBLISHER));
        var mira = Stories.account(Map.of(page, Role.PUBLISHER));
        change(tx -> {
            List.of(ines, jonas, mira).forEach(tx.accounts()::save);
            tx.policies().save(page, policy(holding, List.of(jonas, mira)), 0);
        });
        return new Crew(page, ines, jonas, mira, clock, new IncidentDesk(store(), clock, Stories.entropy()));
    }

    private static SeverityPolicy policy(Optional<Duration> holding, List<Account> list) {
        var terms = new EnumMap<Severity, Terms>(Severity.class);
        SeverityPolicy.USUAL.terms().forEach((severity, usual) -> terms.put(severity, usual.withHolding(holding)));
        return new SeverityPolicy(terms, list.stream().map(Account::id).toList());
    }

    /// Each look is a new process: nothing is remembered but what is stored.
    default void look(Crew crew) {
        new Keeper(store(), crew.clock(), Stories.entropy(), new IncidentDesk(store(), crew.clock(), Stories.entropy()))
                .look(crew.page());
    }

    default List<String> mailed(Crew crew) {
        return look(tx -> tx.outbox().recent(crew.page(), 10_000).reversed().stream()
                .map(Outbox.Progress::announcement)
                .flatMap(announcement -> announcement.subject() instanceof Subject.OfReminder(var id)
                        ? tx.reminders().find(crew.page(), id).stream()
                        : Optional.<Reminder>empty().stream())
                .map(reminder -> reminder.call().step().key() + " to " + name(crew, reminder))
                .toList());
    }

    private static String name(Crew crew, Reminder reminder) {
        var to = reminder.call().to().orElseThrow();
        if (to.equals(crew.ines().id())) {
            return "ines";
        }
        return to.equals(crew.jonas().id()) ? "jonas" : "mira";
    }

    default PromiseDesk promises(Crew crew) {
        return new PromiseDesk(store(), crew.clock(), Stories.entropy());
    }
}
