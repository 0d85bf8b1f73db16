package dev.allclear.desk.accounts;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.LocalPath;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.operation.AccountDesk;
import dev.allclear.operation.PageDesk;
import dev.allclear.operation.SessionDesk;
import dev.allclear.operation.SessionDesk.Entrance;
import dev.allclear.people.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands behind the forms by which people come in and go out. Each method reads its form, acts, and answers
/// with the way to the desk; what it refuses flies as `Refused`, for the screen to show beside the fields.
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final AccountDesk accounts;
    private final SessionDesk sessions;
    private final PageDesk pages;
    private final SignInGuard guard;
    private final SessionCookie cookie;

    public SignIn(AccountDesk accounts, SessionDesk sessions, PageDesk pages, SignInGuard guard, SessionCookie cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
        this.guard = guard;
        this.cookie = cookie;
    }

    /// Fields: `email`, `password`, and `next`, the path to go on to, which may be empty.
    ///
    /// @throws Refused.Unauthenticated when they don't go together
    /// @throws Refused.TooMany when somebody guesses
    public Answer withPassword(Ask ask) {
        var typed = ask.form();
        var email = EmailAddress.parse(typed.get("email"));
        guard.mayTry(ask.client(), email.key());
        try {
            var entrance = sessions.signIn(email, typed.get("password"));
            guard.succeeded(ask.client(), email.key());
            return entered(ask, entrance, typed.get("next"));
        } catch (Refused.Unauthenticated wrong) {
            LOG.warn("sign-in failed for {} from {}", email.masked(), ask.client());
            throw wrong;
        }
    }

    /// @param secret from the link
    public Answer withLink(Ask ask, String secret) {
        return entered(ask, sessions.signInByLink(secret), "");
    }

    /// Fields: `name`, `email`, `password`; where there is no page yet (`AccountDesk.needsPage`) also `pageName`,
    /// `zone`.
    ///
    /// @param secret from the link
    public Answer setUp(Ask ask, String secret) {
        accounts.lookBehindSetUp(secret);
        var wishes = SetUpForm.read(ask.form(), accounts.needsPage(), ask.language());
        return entered(ask, sessions.enter(accounts.setUp(secret, wishes)), "");
    }

    /// Field: `password`.
    ///
    /// @param secret from the link
    public Answer choosePassword(Ask ask, String secret) {
        return entered(
                ask, sessions.enter(accounts.choosePassword(secret, ask.form().get("password"))), "");
    }

    /// Field: `password`, the account's own.
    ///
    /// @param secret from the link of the page that invites
    public Answer join(Ask ask, String secret) {
        var page = ask.page().id();
        var email = accounts.lookBehindJoin(page, secret).account().email();
        guard.mayTry(ask.client(), email.key());
        var joined = accounts.join(page, secret, ask.form().get("password"));
        guard.succeeded(ask.client(), email.key());
        return entered(ask, sessions.enter(joined), "");
    }

    /// One's own; every other browser is signed out. Fields: `currentPassword`, `password`.
    public Answer changePassword(Ask ask) {
        var account = ask.person().account();
        guard.mayTry(ask.client(), account.email().key());
        var typed = ask.form();
        var changed = accounts.changePassword(account.id(), typed.get("currentPassword"), typed.get("password"));
        guard.succeeded(ask.client(), account.email().key());
        return entered(ask, sessions.enter(changed), ask.link("/desk"));
    }

    public Answer out(Ask ask) {
        cookie.of(ask.headers()).ifPresent(sessions::signOut);
        return cookie.clear(Answer.seeOther(ask.link("/desk/sign-in")));
    }

    /// Whoever signs in anew leaves the session that this browser had.
    private Answer entered(Ask ask, Entrance entrance, String next) {
        cookie.of(ask.headers()).ifPresent(sessions::signOut);
        var goesOn = LocalPath.isLocal(next) && next.startsWith(ask.link("/desk"));
        return cookie.set(Answer.seeOther(goesOn ? next : home(ask, entrance.account())), entrance.secret());
    }

    /// The desk of the page that was asked for, or of one where the person has a role.
    private String home(Ask ask, Account account) {
        if (!ask.hasPage() || account.roles().containsKey(ask.page().id())) {
            return ask.link("/desk");
        }
        return pages.all().stream()
                .map(stored -> stored.value())
                .filter(page -> account.roles().containsKey(page.id()))
                .findFirst()
                .map(page -> "/p/" + page.slug() + "/desk")
                .orElse("/desk");
    }
}
