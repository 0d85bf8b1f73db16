package dev.allclear.desk.console;

import dev.allclear.Stored;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Refusal;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.operation.SessionDesk.Presence;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Says no in a person's words, with a way on.
final class Refusals {

    /// How the doorkeeper begins when it is the role that is missing, and not the form that is foreign.
    private static final String ROLE_MISSING = "This needs the role";

    private final Room room;
    private final SessionCookie cookie;

    Refusals(Room room, SessionCookie cookie) {
        this.room = room;
        this.cookie = cookie;
    }

    Answer answer(Ask ask, Refusal refusal) {
        if (refusal.status() == 401 && !ask.changes()) {
            var next = URLEncoder.encode(ask.link(ask.path()), StandardCharsets.UTF_8);
            return Answer.seeOther(ask.link("/desk/sign-in") + "?next=" + next);
        }
        var presence = cookie.of(ask.headers()).flatMap(room.doors().sessions()::recognise);
        return presence.filter(
                        one -> ask.hasPage() && one.account().may(ask.page().id(), Permission.VIEW_DESK))
                .map(one -> inside(ask, refusal, one))
                .orElseGet(() -> outside(ask, refusal, presence.map(Presence::account)));
    }

    private Answer inside(Ask ask, Refusal refusal, Presence presence) {
        var account = presence.account();
        var lacksRole = refusal.status() == 403 && refusal.detail().startsWith(ROLE_MISSING);
        var title = lacksRole ? "You are a " + role(account, ask.page()) : title(refusal);
        var frame = new Frames(room.doors(), room.links(), room.keptMails().isPresent())
                .of(ask, account, presence.session(), Place.NOWHERE, title);
        var view = new RefusalView(
                frame,
                refusal.status(),
                title,
                words(refusal),
                refusal.faults().stream().map(fault -> fault.message()).toList(),
                lacksRole ? owners(ask.page()) : List.of());
        return room.page(refusal.status(), "console/refused.jte", view);
    }

    private static String role(Account account, Page page) {
        return account.roles().getOrDefault(page.id(), Role.VIEWER).key();
    }

    private static String title(Refusal refusal) {
        return switch (refusal.status()) {
            case 404 -> "There is nothing here";
            case 409 -> "This can’t be done now";
            case 422 -> "Not saved: something in it is wrong";
            case 429 -> "Too often";
            case 500 -> "Something broke";
            default -> refusal.title();
        };
    }

    private static String words(Refusal refusal) {
        return refusal.status() == 404
                ? "It was removed, or it is not yours to see, or the address has a slip in it."
                : refusal.detail();
    }

    private List<RefusalView.Owner> owners(Page page) {
        return room.doors().store().reading(tx -> tx.accounts().all()).stream()
                .filter(account -> account.roles().get(page.id()) == Role.OWNER)
                .map(account ->
                        new RefusalView.Owner(account.name(), account.email().value()))
                .toList();
    }

    private Answer outside(Ask ask, Refusal refusal, Optional<Account> account) {
        var home = account.flatMap(this::home);
        var title = refusal.status() == 401 ? "You were signed out" : refusal.title();
        var words = refusal.status() == 401
                ? "Nothing was changed. Sign in in another tab, come back here, go back and send it again: what you"
                        + " typed is still there."
                : refusal.detail();
        var view = new RefusalView.Outside(
                Door.of(ask, title),
                title,
                words,
                home.orElse(ask.link("/desk/sign-in")),
                home.isPresent() ? "To your desk" : "Sign in");
        return room.page(refusal.status(), "console/refused-outside.jte", view);
    }

    private Optional<String> home(Account account) {
        return room.doors().pages().all().stream()
                .map(Stored::value)
                .filter(page -> account.may(page.id(), Permission.VIEW_DESK))
                .findFirst()
                .map(page -> "/p/" + page.slug() + "/desk");
    }
}
