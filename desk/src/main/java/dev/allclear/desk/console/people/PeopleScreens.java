package dev.allclear.desk.console.people;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.accounts.SignIn;
import dev.allclear.desk.console.Place;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/desk/people`: who works here and may do what, and `/desk/account`, one's own password.
public final class PeopleScreens implements Screens {

    private final Room room;
    private final OwnAccount own;

    public PeopleScreens(Room room, SignIn signIn) {
        this.room = room;
        this.own = new OwnAccount(room, signIn);
    }

    @Override
    public List<Route> routes() {
        var mayManage = Access.signedIn(Permission.MANAGE_PEOPLE);
        var mayView = Access.signedIn(Permission.VIEW_DESK);
        return List.of(
                Route.get("/desk/people", mayManage, this::list),
                Route.post("/desk/people", mayManage, this::invite),
                Route.get("/desk/people/{id}", mayManage, ask -> person(ask, 200, Form.EMPTY)),
                Route.post("/desk/people/{id}", mayManage, this::changeRole),
                Route.post("/desk/people/{id}/link", mayManage, this::renewLink),
                Route.post("/desk/people/{id}/removal", mayManage, this::remove),
                Route.get("/desk/account", mayView, own::show),
                Route.post("/desk/account", mayView, own::changePassword));
    }

    private static Form blank() {
        return Form.filled(Parameters.of(Map.of("role", List.of(Role.DRAFTER.key()))));
    }

    private Answer list(Ask ask) {
        return list(ask, 200, blank(), Optional.empty());
    }

    /// The link is shown in the answer to the form itself, this once: it is kept nowhere.
    private Answer invite(Ask ask) {
        var typed = ask.form();
        try {
            var faults = new Faults();
            var name = faults.read(() -> Text.line("name", typed.get("name"), 80));
            var email = faults.read(() -> EmailAddress.parse(typed.get("email")));
            var role = faults.read(() -> role(typed));
            faults.refuseIfAny();
            var invited = room.doors()
                    .accounts()
                    .invite(ask.page().id(), email.orElseThrow(), name.orElseThrow(), role.orElseThrow(), ask.actor());
            var link = invited.joins() ? joinLink(ask, invited.link()) : passwordLink(ask, invited.link());
            var given = new PeopleView.Given(name.orElseThrow(), link, invited.joins());
            return list(ask, 200, blank(), Optional.of(given));
        } catch (Refused.Invalid invalid) {
            return list(ask, 422, Form.refused(typed, invalid), Optional.empty());
        }
    }

    private static Role role(Parameters typed) {
        return Arrays.stream(Role.values())
                .filter(role -> role.key().equals(typed.get("role")))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("role", "Choose a role."));
    }

    private String joinLink(Ask ask, String secret) {
        return room.links().base(ask.page(), ask.isDefaultPage()) + "/desk/join/" + secret;
    }

    private String passwordLink(Ask ask, String secret) {
        return room.links().base(ask.page(), ask.isDefaultPage()) + "/desk/password/" + secret;
    }

    private Answer list(Ask ask, int status, Form form, Optional<PeopleView.Given> given) {
        var title = form.hasFaults()
                ? "Not invited yet"
                : given.isPresent() ? "The link for " + given.get().name() : "People";
        var frame = room.frame(ask, Place.PEOPLE, title);
        if (!ask.changes() && ask.query().has("saved")) {
            frame = frame.saying("good", "Saved.", "It holds from now on.");
        }
        if (!ask.changes() && ask.query().has("removed")) {
            frame = frame.saying("good", "Access taken away.", "They can’t do anything on this page any more.");
        }
        var people = room.doors().accounts().people(ask.page().id());
        return room.page(status, "console/people/list.jte", new PeopleView(frame, form, people, given));
    }

    private Answer person(Ask ask, int status, Form form) {
        var account = found(ask);
        var title = form.hasFaults() ? "Not saved: " + account.name() : account.name();
        var view = new PersonView(room.frame(ask, Place.PEOPLE, title), form, account);
        return room.page(status, "console/people/person.jte", view);
    }

    private Answer changeRole(Ask ask) {
        try {
            var _ = room.doors()
                    .accounts()
                    .changeRole(ask.page().id(), found(ask).id(), role(ask.form()), ask.actor());
            return Answer.seeOther(ask.link("/desk/people") + "?saved");
        } catch (Refused.Invalid invalid) {
            return person(ask, 422, Form.refused(ask.form(), invalid));
        } catch (Refused.Conflict conflict) {
            return person(ask, 422, refused(ask, "role", conflict));
        }
    }

    private Answer renewLink(Ask ask) {
        var account = found(ask);
        try {
            var secret = room.doors().accounts().renewLink(ask.page().id(), account.id(), ask.actor());
            var given = new PeopleView.Given(account.name(), passwordLink(ask, secret), false);
            return list(ask, 200, blank(), Optional.of(given));
        } catch (Refused.Conflict conflict) {
            return person(ask, 422, refused(ask, "", conflict));
        }
    }

    private Answer remove(Ask ask) {
        try {
            room.doors().accounts().remove(ask.page().id(), found(ask).id(), ask.actor());
            return Answer.seeOther(ask.link("/desk/people") + "?removed");
        } catch (Refused.Conflict conflict) {
            return person(ask, 422, refused(ask, "", conflict));
        }
    }

    private static Form refused(Ask ask, String field, Refused.Conflict conflict) {
        return Form.refused(ask.form(), new Refused.Invalid(field, String.valueOf(conflict.getMessage())));
    }

    private Account found(Ask ask) {
        var id = new AccountId(ask.variable("id"));
        return room.doors().accounts().people(ask.page().id()).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("account"));
    }
}
