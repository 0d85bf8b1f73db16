package dev.allclear.desk;

import dev.allclear.desk.accounts.SignIn;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Refusal;
import dev.allclear.desk.web.Route;
import dev.allclear.desk.web.Surface;
import dev.allclear.people.Permission;
import java.util.ArrayList;
import java.util.List;

/// A console without screens: the forms by which people come in, and a door for each right.
final class Anteroom implements Surface {

    private final SignIn signIn;

    Anteroom(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/desk");
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<>(List.of(
                Route.get(
                        "/desk",
                        Access.signedIn(Permission.VIEW_DESK),
                        ask -> Answer.text(200, ask.actor().name())),
                Route.post("/desk/sign-in", Access.PUBLIC, signIn::withPassword),
                Route.get(
                        "/desk/enter/{secret}",
                        Access.ONE_TIME_LINK,
                        ask -> signIn.withLink(ask, ask.variable("secret"))),
                Route.post(
                        "/desk/set-up/{secret}",
                        Access.ONE_TIME_LINK,
                        ask -> signIn.setUp(ask, ask.variable("secret"))),
                Route.post(
                        "/desk/password/{secret}",
                        Access.ONE_TIME_LINK,
                        ask -> signIn.choosePassword(ask, ask.variable("secret"))),
                Route.post("/desk/password", Access.signedIn(Permission.VIEW_DESK), signIn::changePassword),
                Route.post("/desk/sign-out", Access.signedIn(Permission.VIEW_DESK), signIn::out),
                Route.get("/desk/broken", Access.PUBLIC, _ -> {
                    throw new IllegalStateException("a secret of the inside");
                })));
        for (var permission : Permission.values()) {
            var path = "/desk/doors/" + permission.name();
            routes.add(Route.get(path, Access.signedIn(permission), _ -> Answer.text(200, "open")));
            routes.add(Route.post(path, Access.signedIn(permission), _ -> Answer.text(200, "done")));
        }
        return routes;
    }

    @Override
    public Answer refused(Ask ask, Refusal refusal) {
        if (refusal.status() == 401 && !ask.changes()) {
            return Answer.seeOther(ask.link("/desk/sign-in"));
        }
        return Answer.text(refusal.status(), refusal.detail() + refusal.faults());
    }
}
