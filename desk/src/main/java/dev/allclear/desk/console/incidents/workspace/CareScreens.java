package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.Refused;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.incidents.head.Asked;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Route;
import dev.allclear.people.AccountId;
import dev.allclear.people.Permission;
import java.util.List;

/// Who looks after an incident: somebody says to be on it, or puts it in other hands. And the nearest promise, for
/// every screen's frame.
public final class CareScreens implements Screens {

    private final Room room;

    public CareScreens(Room room) {
        this.room = room;
    }

    @Override
    public List<Route> routes() {
        var draft = Access.signedIn(Permission.DRAFT);
        return List.of(
                Route.get("/desk/next", Access.signedIn(Permission.VIEW_DESK), this::next),
                Route.get("/desk/incidents/{id}/take", draft, this::fromMail),
                Route.post("/desk/incidents/{id}/take", draft, this::take),
                Route.post("/desk/incidents/{id}/owner", draft, this::own));
    }

    private Answer next(Ask ask) {
        return room.page(200, "console/frame-next.jte", room.frame(ask, Place.NOWHERE, ""));
    }

    /// Following a link changes nothing, since scanners in mail programs follow them too: it leads to the button.
    private Answer fromMail(Ask ask) {
        return Answer.seeOther(ask.link(Asked.path(ask)) + "?called#on-it");
    }

    private Answer take(Ask ask) {
        var me = ask.person().account().id();
        room.doors().promises().take(ask.page().id(), Asked.id(ask), me, ask.actor());
        var isHome = ask.form().get("from").equals("home");
        return Answer.seeOther(ask.link(isHome ? "/desk" : Asked.path(ask)) + "?done=taken");
    }

    private Answer own(Ask ask) {
        var chosen = ask.form().filled("owner");
        if (chosen.isEmpty()) {
            throw new Refused.Invalid("owner", "Choose whom to hand it to.");
        }
        room.doors().promises().own(ask.page().id(), Asked.id(ask), new AccountId(chosen.get()), ask.actor());
        return Answer.seeOther(ask.link(Asked.path(ask)) + "?done=owned");
    }
}
