package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.operation.KeyDesk.Created;
import dev.allclear.people.ApiKeyId;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `/desk/keys`: keys by which programs act on the page. A key is shown once, in the answer to the form that made it.
final class Keys {

    private static final Parameters USUAL =
            Parameters.of(Map.of("scope", List.of("viewer"), "expires", List.of("year")));

    private final Room room;

    Keys(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PEOPLE);
        return Stream.of(
                Route.get("/desk/keys", mayManage, ask -> list(ask, 200, Form.filled(USUAL), Optional.empty())),
                Route.post("/desk/keys", mayManage, this::create),
                Route.post("/desk/keys/{id}/revocation", mayManage, this::revoke));
    }

    private Answer create(Ask ask) {
        var typed = ask.form();
        try {
            var faults = new Faults();
            var name = faults.read(() -> Text.line("name", typed.get("name"), 80));
            var scope = faults.read(() -> role(typed.get("scope")));
            var expires = faults.read(
                    () -> expires(typed.get("expires"), ask.now(), ask.page().zone()));
            faults.refuseIfAny();
            var created = room.doors()
                    .keys()
                    .create(
                            ask.page().id(),
                            name.orElseThrow(),
                            scope.orElseThrow(),
                            expires.orElseThrow(),
                            ask.actor());
            return list(ask, 200, Form.filled(USUAL), Optional.of(created));
        } catch (Refused.Invalid invalid) {
            return list(ask, 422, Form.refused(typed, invalid), Optional.empty());
        }
    }

    private static Role role(String key) {
        return Arrays.stream(Role.values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("scope", "Choose what the key may do."));
    }

    private static Optional<Instant> expires(String typed, Instant now, ZoneId zone) {
        return switch (typed) {
            case "month" ->
                Optional.of(now.atZone(zone).plus(Period.ofMonths(1)).toInstant());
            case "year" -> Optional.of(now.atZone(zone).plus(Period.ofYears(1)).toInstant());
            case "never" -> Optional.empty();
            default -> throw new Refused.Invalid("expires", "Choose until when it works.");
        };
    }

    private Answer revoke(Ask ask) {
        room.doors().keys().revoke(ask.page().id(), new ApiKeyId(ask.variable("id")), ask.actor());
        return Answer.seeOther(ask.link("/desk/keys") + "?revoked");
    }

    private Answer list(Ask ask, int status, Form form, Optional<Created> created) {
        var title = form.hasFaults() ? "Not created: a key" : created.isPresent() ? "Your new key" : "API keys";
        var frame = room.frame(ask, Place.PEOPLE, title);
        if (ask.query().has("revoked") && !ask.changes()) {
            frame = frame.saying("good", "Revoked.", "The key opens nothing any more.");
        }
        var view = new KeysView(frame, form, room.doors().keys().all(ask.page().id()), created);
        return room.page(status, "console/settings/keys.jte", view);
    }
}
