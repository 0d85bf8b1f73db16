package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.operation.SuppressionDesk;
import dev.allclear.people.Permission;
import dev.allclear.suppression.AddressMark;
import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;
import dev.allclear.suppression.Suppression.Release;
import dev.allclear.suppression.Suppressions.Wanted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `/suppressions`: addresses that nothing is sent to.
final class SuppressionResource {

    private final SuppressionDesk desk;
    private final Json json;
    private final Replies replies;

    SuppressionResource(SuppressionDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/suppressions", Permission.MANAGE_SUBSCRIBERS, this::list);
        mount.post("/suppressions", Permission.MANAGE_SUBSCRIBERS, this::suppress);
        mount.get("/suppressions/{id}", Permission.MANAGE_SUBSCRIBERS, this::show);
        mount.delete("/suppressions/{id}", Permission.MANAGE_SUBSCRIBERS, this::release);
    }

    /// One suppressed address in the API.
    private record View(
            String id,
            String maskedEmail,
            String reason,
            String detail,
            Instant since,
            Optional<Instant> releasedAt,
            Optional<String> releasedBy,
            Optional<String> releasedWhy) {}

    private record Listed(List<View> suppressions, Optional<String> nextCursor) {}

    private Answer list(Ask ask) {
        var portion = Portion.of(ask);
        var wanted = wanted(ask);
        var email = ask.query().filled("email").map(EmailAddress::parse);
        if (email.isPresent()) {
            var found = desk.find(ask.page().id(), email.get())
                    .filter(one -> one.holds() != wanted.released())
                    .filter(one -> wanted.reason().isEmpty() || wanted.reason().get() == one.reason());
            return replies.ok(
                    new Listed(found.stream().map(SuppressionResource::view).toList(), Optional.empty()));
        }
        var found = desk.list(ask.page().id(), wanted, portion.offset(), portion.limit());
        return replies.ok(
                new Listed(found.stream().map(SuppressionResource::view).toList(), portion.next(found.size())));
    }

    private static Wanted wanted(Ask ask) {
        var reason = ask.query().filled("reason").map(SuppressionResource::reason);
        var released = ask.query().filled("released").orElse("false");
        if (!List.of("true", "false").contains(released)) {
            throw new Refused.Invalid("released", "This must be true or false.");
        }
        return new Wanted(reason, released.equals("true"));
    }

    private static Reason reason(String key) {
        return Arrays.stream(Reason.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("reason", "This must be one of: bounced, complained, by_hand."));
    }

    private Answer suppress(Ask ask) {
        var fields = Fields.of(ask, json);
        var email = fields.parsed("email", 320, EmailAddress::parse);
        var why = fields.maybe("why", name -> fields.optionalLine(name, 300));
        fields.refuseIfWrong();
        var one = desk.suppress(ask.page().id(), email.orElseThrow(), why.orElse(""), ask.actor());
        return replies.created(ask, Mount.ROOT + "/suppressions/" + one.mark().value(), view(one));
    }

    private Answer show(Ask ask) {
        return replies.ok(view(desk.look(ask.page().id(), mark(ask))));
    }

    private Answer release(Ask ask) {
        Tags.mustNotAsk(ask);
        var mark = mark(ask);
        // What is not there is not there, whatever reason is given.
        var _ = desk.look(ask.page().id(), mark);
        return replies.ok(view(desk.release(ask.page().id(), mark, ask.query().get("why"), ask.actor())));
    }

    private static AddressMark mark(Ask ask) {
        return new AddressMark(ask.variable("id"));
    }

    private static View view(Suppression one) {
        return new View(
                one.mark().value(),
                one.masked(),
                one.reason().key(),
                one.detail(),
                one.at(),
                one.release().map(Release::at),
                one.release().map(Release::by),
                one.release().map(Release::why));
    }
}
