package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Permission;
import dev.allclear.promise.Reminder;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `/incidents/{id}/care`: who looks after an incident and who was called; and mails that put an update right.
final class CareResource {

    private final Store store;
    private final PromiseDesk desk;
    private final Json json;
    private final Replies replies;

    CareResource(Store store, PromiseDesk desk, Json json) {
        this.store = store;
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/incidents/{id}/care", Permission.VIEW_DESK, this::show);
        mount.put("/incidents/{id}/care", Permission.PUBLISH, this::change);
        mount.post("/incidents/{id}/updates/{update}/correction-mails", Permission.PUBLISH, this::tellCorrection);
    }

    /// @param onIt whether they said to be on it since the last word to customers
    /// @param owed what is owed by then, the next update or the report; empty when nothing is
    private record View(Optional<PersonView> owner, boolean onIt, Optional<Instant> owed, List<CallView> calls) {}

    record PersonView(String name, String email) {
        static PersonView of(Account account) {
            return new PersonView(account.name(), account.email().value());
        }
    }

    /// @param promised by when it was owed
    record CallView(String step, Optional<PersonView> to, Instant promised, Instant at) {
        static CallView of(Tx tx, Reminder reminder) {
            return new CallView(
                    reminder.call().step().key(),
                    reminder.call().to().flatMap(tx.accounts()::find).map(PersonView::of),
                    reminder.due(),
                    reminder.at());
        }
    }

    private Answer show(Ask ask) {
        return store.reading(tx -> shown(tx, incident(tx, ask)));
    }

    private Answer change(Ask ask) {
        Tags.mustNotAsk(ask);
        var fields = Fields.of(ask, json);
        var owner = fields.parsed("owner", 320, EmailAddress::parse);
        var onIt = fields.maybe("on_it", fields::flag).orElse(false);
        fields.refuseIfWrong();
        return store.inTransaction(tx -> {
            var incident = incident(tx, ask);
            var person = person(tx, ask, owner.orElseThrow());
            if (onIt) {
                desk.take(ask.page().id(), incident.id(), person, ask.actor());
            } else {
                desk.own(ask.page().id(), incident.id(), person, ask.actor());
            }
            return shown(tx, incident);
        });
    }

    private static AccountId person(Tx tx, Ask ask, EmailAddress email) {
        return tx.accounts()
                .findByEmail(email)
                .filter(account -> account.roles().containsKey(ask.page().id()))
                .map(Account::id)
                .orElseThrow(() -> new Refused.Invalid("owner", "Nobody with this address works on this page."));
    }

    private record Told(long told) {}

    private Answer tellCorrection(Ask ask) {
        var update = new UpdateId(ask.variable("update"));
        return replies.ok(new Told(desk.tellCorrection(ask.page().id(), id(ask), update, ask.actor())));
    }

    private Answer shown(Tx tx, Incident incident) {
        var ownership = tx.reminders().ownership(incident.page(), incident.id());
        var policy = tx.policies().of(incident.page()).value();
        return replies.ok(new View(
                ownership.owner().flatMap(tx.accounts()::find).map(PersonView::of),
                ownership.taken().equals(Optional.of(incident.latest().id())),
                incident.isOpen() ? incident.latest().nextUpdateDue() : policy.reportDue(incident),
                tx.reminders().of(incident.page(), incident.id()).stream()
                        .map(reminder -> CallView.of(tx, reminder))
                        .toList()));
    }

    private static Incident incident(Tx tx, Ask ask) {
        return tx.incidents()
                .find(ask.page().id(), id(ask))
                .orElseThrow(() -> new Refused.NotFound("incident"))
                .value();
    }

    private static IncidentId id(Ask ask) {
        return new IncidentId(ask.variable("id"));
    }
}
