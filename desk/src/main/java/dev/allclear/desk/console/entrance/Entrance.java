package dev.allclear.desk.console.entrance;

import dev.allclear.Refused;
import dev.allclear.desk.accounts.SignIn;
import dev.allclear.desk.console.Door;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.settings.ZoneOptions;
import dev.allclear.desk.web.Access;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Route;
import java.util.HashMap;
import java.util.List;

/// The door of the desk: `/desk/set-up/…`, `/desk/sign-in`, `/desk/password/…`, and the way out.
///
/// A GET redeems no link: scanners in mail programs follow links before people do.
public final class Entrance implements Screens {

    private final Room room;
    private final SignIn signIn;

    public Entrance(Room room, SignIn signIn) {
        this.room = room;
        this.signIn = signIn;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/desk/set-up/{secret}", Access.ONE_TIME_LINK, this::setUpForm),
                Route.post("/desk/set-up/{secret}", Access.ONE_TIME_LINK, this::setUp),
                Route.get("/desk/sign-in", Access.PUBLIC, this::signInForm),
                Route.post("/desk/sign-in", Access.PUBLIC, this::signIn),
                Route.get("/desk/sign-in/{secret}", Access.ONE_TIME_LINK, this::linkForm),
                Route.post("/desk/sign-in/{secret}", Access.ONE_TIME_LINK, this::signInByLink),
                Route.get("/desk/password/{secret}", Access.ONE_TIME_LINK, this::passwordForm),
                Route.post("/desk/password/{secret}", Access.ONE_TIME_LINK, this::choosePassword),
                Route.get("/desk/join/{secret}", Access.ONE_TIME_LINK, this::joinForm),
                Route.post("/desk/join/{secret}", Access.ONE_TIME_LINK, this::join),
                Route.post("/desk/sign-out", Access.PUBLIC, signIn::out));
    }

    private Answer setUpForm(Ask ask) {
        return behindLink(ask, () -> {
            room.doors().accounts().lookBehindSetUp(secret(ask));
            return setUpForm(ask, 200, Form.EMPTY);
        });
    }

    private Answer setUp(Ask ask) {
        return behindLink(ask, () -> {
            try {
                return signIn.setUp(ask, secret(ask));
            } catch (Refused.Invalid invalid) {
                return setUpForm(ask, 422, Form.refused(ask.form(), invalid));
            }
        });
    }

    private Answer setUpForm(Ask ask, int status, Form form) {
        var title = form.hasFaults() ? "Not set up yet: something to put right" : "Set up";
        var view = new SetUpView(
                Door.of(ask, title),
                form,
                room.doors().accounts().needsPage(),
                ZoneOptions.all(ask.now()),
                ask.link("/desk/set-up/" + secret(ask)));
        return hidden(room.page(status, "console/entrance/set-up.jte", view));
    }

    private Answer signInForm(Ask ask) {
        var form = Form.filled(ask.query());
        return signInForm(ask, 200, form, "");
    }

    private Answer signIn(Ask ask) {
        try {
            return signIn.withPassword(ask);
        } catch (Refused.Invalid _) {
            return signInForm(ask, 422, Form.filled(withoutPassword(ask)), "That is no email address.");
        } catch (Refused.Unauthenticated _) {
            var words = "Email and password don’t belong together. Please try again.";
            return signInForm(ask, 401, Form.filled(withoutPassword(ask)), words);
        } catch (Refused.TooMany tooMany) {
            var words = "Too many tries. Please wait "
                    + Math.max(1, tooMany.retryAfter().toSeconds()) + " seconds, then try again.";
            return signInForm(ask, 429, Form.filled(withoutPassword(ask)), words)
                    .with(
                            "Retry-After",
                            Long.toString(Math.max(1, tooMany.retryAfter().toSeconds())));
        }
    }

    private static Parameters withoutPassword(Ask ask) {
        var fields = new HashMap<>(ask.form().asMap());
        fields.remove("password");
        return Parameters.of(fields);
    }

    private Answer signInForm(Ask ask, int status, Form form, String wrong) {
        var door = Door.of(ask, wrong.isEmpty() ? "Sign in" : "Not signed in");
        var isSetUp = room.doors().accounts().isSetUp();
        return room.page(status, "console/entrance/sign-in.jte", new SignInView(door, form, wrong, isSetUp));
    }

    /// Shows the button whatever the link is worth: only pressing it tells.
    private Answer linkForm(Ask ask) {
        var view = new LinkView(Door.of(ask, "Sign in"), ask.link("/desk/sign-in/" + secret(ask)));
        return hidden(room.page(200, "console/entrance/sign-in-link.jte", view));
    }

    private Answer signInByLink(Ask ask) {
        return behindLink(ask, () -> signIn.withLink(ask, secret(ask)));
    }

    private Answer passwordForm(Ask ask) {
        return behindLink(ask, () -> passwordForm(ask, 200, Form.EMPTY));
    }

    private Answer choosePassword(Ask ask) {
        return behindLink(ask, () -> {
            try {
                return signIn.choosePassword(ask, secret(ask));
            } catch (Refused.Invalid invalid) {
                return passwordForm(ask, 422, Form.refused(Parameters.NONE, invalid));
            }
        });
    }

    private Answer passwordForm(Ask ask, int status, Form form) {
        var account = room.doors().accounts().lookBehind(secret(ask));
        var view = new PasswordView(
                Door.of(ask, form.hasFaults() ? "Not saved: your password" : "Choose a password"),
                form,
                account.name(),
                account.email().value(),
                ask.link("/desk/password/" + secret(ask)));
        return hidden(room.page(status, "console/entrance/password.jte", view));
    }

    private Answer joinForm(Ask ask) {
        return behindLink(ask, () -> joinForm(ask, 200, Form.EMPTY));
    }

    private Answer join(Ask ask) {
        return behindLink(ask, () -> {
            try {
                return signIn.join(ask, secret(ask));
            } catch (Refused.Invalid invalid) {
                return joinForm(ask, 422, Form.refused(Parameters.NONE, invalid));
            }
        });
    }

    private Answer joinForm(Ask ask, int status, Form form) {
        var joining = room.doors().accounts().lookBehindJoin(ask.page().id(), secret(ask));
        var view = new JoinView(
                Door.of(
                        ask,
                        form.hasFaults()
                                ? "Not joined yet"
                                : "Join " + ask.page().name()),
                form,
                joining.account().email().value(),
                ask.page().name(),
                joining.role().key(),
                ask.link("/desk/join/" + secret(ask)));
        return hidden(room.page(status, "console/entrance/join.jte", view));
    }

    /// What stands behind a link, as long as that opens anything.
    private interface Behind {
        Answer answer();
    }

    private Answer behindLink(Ask ask, Behind behind) {
        try {
            return behind.answer();
        } catch (Refused.NotFound | Refused.Conflict _) {
            return hidden(room.page(404, "console/entrance/gone.jte", new GoneView(Door.of(ask, "Link used up"))));
        }
    }

    private static String secret(Ask ask) {
        return ask.variable("secret");
    }

    /// The address holds a secret.
    private static Answer hidden(Answer answer) {
        return answer.with("X-Robots-Tag", "noindex, nofollow");
    }
}
