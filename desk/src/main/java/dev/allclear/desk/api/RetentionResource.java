package dev.allclear.desk.api;

import dev.allclear.audience.Retention;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.operation.AudienceDesk;
import dev.allclear.people.Permission;
import java.time.Duration;

/// `/retention`: how long what is over is kept about people.
final class RetentionResource {

    private static final int MOST = 3_650;

    private final AudienceDesk desk;
    private final Json json;
    private final Replies replies;

    RetentionResource(AudienceDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/retention", Permission.MANAGE_SUBSCRIBERS, this::show);
        mount.put("/retention", Permission.MANAGE_PAGE, this::replace);
    }

    private record View(long leftDays, long deliveryDays) {}

    private Answer show(Ask ask) {
        var stored = desk.retention(ask.page().id());
        var kept = stored.value();
        return replies.ok(new View(kept.left().toDays(), kept.deliveries().toDays()), stored.version());
    }

    private Answer replace(Ask ask) {
        var fields = Fields.of(ask, json);
        var left = fields.number("left_days", 1, MOST);
        var deliveries = fields.number("delivery_days", 1, MOST);
        fields.refuseIfWrong();
        var page = ask.page().id();
        var seen =
                Tags.seen(ask, "retention").orElseGet(() -> desk.retention(page).version());
        var kept = new Retention(Duration.ofDays(left.orElseThrow()), Duration.ofDays(deliveries.orElseThrow()));
        desk.keep(page, kept, seen, ask.actor());
        return show(ask);
    }
}
