package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Route;
import dev.allclear.page.Page;
import dev.allclear.people.Permission;
import java.util.stream.Stream;

/// `/desk/settings`: what makes the page this company's.
final class PageSettings {

    private final Room room;

    PageSettings(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PAGE);
        return Stream.of(
                Route.get("/desk/settings", mayManage, this::show),
                Route.post("/desk/settings", mayManage, this::save));
    }

    private Answer show(Ask ask) {
        return page(ask, 200, Form.filled(PageForm.filled(stored(ask))));
    }

    private Page stored(Ask ask) {
        return room.doors()
                .store()
                .reading(tx -> tx.pages().find(ask.page().id()))
                .orElseThrow(() -> new Refused.NotFound("page"))
                .value();
    }

    private Answer save(Ask ask) {
        try {
            var next = PageForm.read(ask.form(), stored(ask));
            room.doors().pages().save(next, version(ask), ask.actor());
            // Where the page is named in the path, it goes by its new name from now on.
            var root = ask.link("").isEmpty() ? "" : "/p/" + next.slug();
            return Answer.seeOther(root + "/desk/settings?saved");
        } catch (Refused.Invalid invalid) {
            return page(ask, 422, Form.refused(ask.form(), invalid));
        } catch (Refused.Conflict taken) {
            return page(
                    ask,
                    422,
                    Form.refused(
                            ask.form(),
                            Taken.of(ask.form(), taken, room, ask.page().id())));
        }
    }

    private static long version(Ask ask) {
        try {
            return Long.parseLong(ask.form().get("version"));
        } catch (NumberFormatException notOurs) {
            throw new Refused.ChangedMeanwhile("page");
        }
    }

    private Answer page(Ask ask, int status, Form form) {
        var stored = room.doors()
                .store()
                .reading(tx -> tx.pages().find(ask.page().id()))
                .orElseThrow();
        var frame = room.frame(ask, Place.SETTINGS, form.hasFaults() ? "Not saved: settings" : "Settings");
        if (ask.query().has("saved") && !form.hasFaults()) {
            frame = frame.saying("good", "Saved.", "The page shows it within a second.");
        }
        var view = new SettingsView(
                frame,
                form,
                stored.version(),
                ZoneOptions.all(ask.now()),
                PageForm.languages(),
                ask.page().accent());
        return room.page(status, "console/settings/page.jte", view);
    }
}
