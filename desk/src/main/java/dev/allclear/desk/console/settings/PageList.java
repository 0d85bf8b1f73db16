package dev.allclear.desk.console.settings;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.page.Page;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `/desk/pages`: the pages of this installation where one works, and the form for one more.
final class PageList {

    private final Room room;

    PageList(Room room) {
        this.room = room;
    }

    Stream<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PAGE);
        return Stream.of(
                Route.get("/desk/pages", mayManage, this::list), Route.post("/desk/pages", mayManage, this::open));
    }

    private Answer list(Ask ask) {
        var page = ask.page();
        var form = Form.filled(Parameters.of(Map.of(
                "zone",
                List.of(page.zone().getId()),
                "language",
                List.of(page.language().tag()))));
        return list(ask, 200, form);
    }

    /// Whoever opens a page owns it, and is taken to its desk.
    private Answer open(Ask ask) {
        var blank = blank(ask);
        try {
            var page = PageForm.read(ask.form(), blank);
            room.doors().pages().open(page, ask.person().account().id(), ask.actor());
            return Answer.seeOther("/p/" + page.slug() + "/desk");
        } catch (Refused.Invalid invalid) {
            return list(ask, 422, Form.refused(ask.form(), invalid));
        } catch (Refused.Conflict taken) {
            return list(ask, 422, Form.refused(ask.form(), Taken.of(ask.form(), taken, room, blank.id())));
        }
    }

    /// A page of which only the id and the first colour are settled.
    private Page blank(Ask ask) {
        var like = ask.page();
        return new Page(
                new PageId(room.entropy().id()),
                "new",
                like.name(),
                Optional.empty(),
                like.zone(),
                like.language(),
                like.accent(),
                Optional.empty(),
                ask.now());
    }

    private Answer list(Ask ask, int status, Form form) {
        var account = ask.person().account();
        var all = room.doors().pages().all().stream().map(Stored::value).toList();
        var rows = all.stream()
                .filter(page -> account.may(page.id(), Permission.VIEW_DESK))
                .map(page -> new PagesView.Row(
                        page,
                        room.links().base(page, page.equals(all.getFirst())).toString(),
                        account.roles().getOrDefault(page.id(), Role.VIEWER).key()))
                .toList();
        var title = form.hasFaults() ? "Not added: a page" : "Pages";
        var view = new PagesView(
                room.frame(ask, Place.SETTINGS, title), form, rows, ZoneOptions.all(ask.now()), PageForm.languages());
        return room.page(status, "console/settings/pages.jte", view);
    }
}
