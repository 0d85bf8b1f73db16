package dev.allclear.desk.console.audience;

import dev.allclear.Refused;
import dev.allclear.audience.Pause;
import dev.allclear.audience.SubscriberId;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Permission;
import java.util.List;
import java.util.Optional;

/// `/desk/subscribers/{id}/data` and `/pause`: everything that we know of one person, and their quiet time.
final class PersonScreens {

    private final Room room;

    PersonScreens(Room room) {
        this.room = room;
    }

    List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_SUBSCRIBERS);
        return List.of(
                Route.get("/desk/subscribers/{id}/data", mayManage, this::data),
                Route.post("/desk/subscribers/{id}/pause", mayManage, ask -> {
                    try {
                        return pausing(ask, Optional.of(ChangeScreens.pause(ask, ask.form())));
                    } catch (Refused.Invalid wrong) {
                        return Answer.seeOther(path(ask) + "?until");
                    }
                }),
                Route.post("/desk/subscribers/{id}/resume", mayManage, ask -> pausing(ask, Optional.empty())));
    }

    private Answer pausing(Ask ask, Optional<Pause> pause) {
        var _ = room.doors().subscriptions().revise(ask.page().id(), id(ask), one -> one.pausing(pause), ask.actor());
        return Answer.seeOther(path(ask) + "?saved");
    }

    private static String path(Ask ask) {
        return ask.link("/desk/subscribers/" + id(ask).value());
    }

    private Answer data(Ask ask) {
        var dossier = room.doors().audience().dossier(ask.page().id(), id(ask));
        var words = room.doors()
                .store()
                .reading(tx -> new ChoiceWords(
                                tx.catalogues().of(ask.page().id()).value())
                        .of(dossier.subscriber().choice()));
        var frame = room.frame(
                ask,
                Place.SUBSCRIBERS,
                "What we know of " + dossier.subscriber().address().value());
        return room.page(
                        200,
                        "console/audience/data.jte",
                        new DataView(frame, dossier, Standings.of(dossier.subscriber(), ask.now()), words))
                .with("Cache-Control", "no-store");
    }

    private static SubscriberId id(Ask ask) {
        return new SubscriberId(ask.variable("id"));
    }
}
