package dev.allclear.desk.api;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.incident.Severity;
import dev.allclear.operation.PromiseDesk;
import dev.allclear.people.AccountId;
import dev.allclear.people.Permission;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.policy.Terms;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/// `/policy`: what the page holds itself to, by severity, and who is called when a promise is late.
final class PolicyResource {

    private static final int MOST_PEOPLE = 20;

    private final Store store;
    private final PromiseDesk desk;
    private final Json json;
    private final Replies replies;

    PolicyResource(Store store, PromiseDesk desk, Json json) {
        this.store = store;
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/policy", Permission.VIEW_DESK, this::show);
        mount.put("/policy", Permission.MANAGE_PAGE, this::replace);
    }

    /// @param escalation addresses, in the order in which people are called
    private record View(
            TermsBody critical, TermsBody major, TermsBody minor, TermsBody notice, List<String> escalation) {}

    private Answer show(Ask ask) {
        return store.reading(tx -> shown(tx, tx.policies().of(ask.page().id())));
    }

    private Answer replace(Ask ask) {
        var fields = Fields.of(ask, json);
        var terms = new EnumMap<Severity, Optional<Terms>>(Severity.class);
        for (var severity : Severity.values()) {
            terms.put(severity, fields.object(severity.key()).flatMap(TermsBody::read));
        }
        var people = fields.lines("escalation", MOST_PEOPLE, 320);
        var page = ask.page().id();
        return store.inTransaction(tx -> {
            var called = people.stream()
                    .flatMap(List::stream)
                    .flatMap(email -> person(tx, page, fields, email).stream())
                    .toList();
            fields.refuseIfWrong();
            var whole = new EnumMap<Severity, Terms>(Severity.class);
            terms.forEach((severity, its) -> whole.put(severity, its.orElseThrow()));
            var seen = Tags.seen(ask, "policy")
                    .orElseGet(() -> tx.policies().of(page).version());
            desk.agree(page, new SeverityPolicy(whole, called), seen, ask.actor());
            return shown(tx, tx.policies().of(page));
        });
    }

    private static Optional<AccountId> person(Tx tx, PageId page, Fields fields, String email) {
        try {
            var found = tx.accounts()
                    .findByEmail(EmailAddress.parse(email))
                    .filter(account -> account.roles().containsKey(page))
                    .map(account -> account.id());
            return found.or(() -> fields.wrong("escalation", "Nobody with the address " + email + " works here."));
        } catch (Refused.Invalid unreadable) {
            return fields.wrong("escalation", "This is not an email address: " + email);
        }
    }

    private Answer shown(Tx tx, Stored<SeverityPolicy> stored) {
        var policy = stored.value();
        var people = new ArrayList<String>();
        policy.escalation()
                .forEach(id -> tx.accounts()
                        .find(id)
                        .ifPresent(account -> people.add(account.email().value())));
        var view = new View(
                TermsBody.of(policy.of(Severity.CRITICAL)),
                TermsBody.of(policy.of(Severity.MAJOR)),
                TermsBody.of(policy.of(Severity.MINOR)),
                TermsBody.of(policy.of(Severity.NOTICE)),
                people);
        return replies.ok(view, stored.version());
    }
}
