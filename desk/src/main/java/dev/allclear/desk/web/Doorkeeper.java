package dev.allclear.desk.web;

import dev.allclear.Refused;
import dev.allclear.operation.KeyDesk;
import dev.allclear.operation.SessionDesk;
import dev.allclear.people.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Finds out who asks and whether they may: the only place where this is decided.
final class Doorkeeper {

    /// The field of every form, and the header of every script's request, that proves that our own page sent it.
    static final String TOKEN_FIELD = "_token";

    static final String TOKEN_HEADER = "X-Form-Token";

    private final SessionDesk sessions;
    private final KeyDesk keys;
    private final SessionCookie cookie;
    private final Limits limits;

    Doorkeeper(SessionDesk sessions, KeyDesk keys, SessionCookie cookie, Limits limits) {
        this.sessions = sessions;
        this.keys = keys;
        this.cookie = cookie;
        this.limits = limits;
    }

    /// @param ask whose caller isn't known yet
    Caller admit(Access access, Ask ask) {
        return switch (access) {
            case Access.Anybody(var fromAnywhere) -> fromAnywhere ? new Caller.Nobody() : visitor(ask);
            case Access.OneTimeLink _ -> visitor(ask);
            case Access.SignedIn(var permission) -> person(permission, ask);
            case Access.WithKey(var permission) -> program(permission, ask);
        };
    }

    private Caller visitor(Ask ask) {
        if (ask.changes()) {
            CrossSite.mustBeOurs(ask.headers());
        }
        return recognised(ask);
    }

    private Caller recognised(Ask ask) {
        return cookie.of(ask.headers())
                .flatMap(sessions::recognise)
                .<Caller>map(presence -> new Caller.Person(presence.account(), presence.session()))
                .orElseGet(Caller.Nobody::new);
    }

    private Caller person(Permission permission, Ask ask) {
        if (!(recognised(ask) instanceof Caller.Person person)) {
            throw new Refused.Unauthenticated("Sign in first.");
        }
        if (ask.changes()) {
            CrossSite.mustBeOurs(ask.headers());
            mustCarryToken(ask, person);
        }
        if (!person.account().may(ask.page().id(), permission)) {
            throw forbidden(permission);
        }
        return person;
    }

    private static void mustCarryToken(Ask ask, Caller.Person person) {
        var token = ask.headers().only(TOKEN_HEADER).orElseGet(() -> ask.form().get(TOKEN_FIELD));
        if (!isSame(token, person.session().formToken())) {
            throw new Refused.Forbidden(
                    "This form is from an earlier session. Go back, reload the page and send it again.");
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Caller program(Permission permission, Ask ask) {
        limits.wrongKeys().mustHaveRoom(ask.client());
        var shown = ask.headers().only("Authorization").orElse("");
        if (!shown.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Refused.Unauthenticated("Show an API key: Authorization: Bearer ac_...");
        }
        var holder = keys.recognise(ask.page().id(), shown.substring(7).strip());
        if (holder.isEmpty()) {
            limits.wrongKeys().take(ask.client());
            throw new Refused.Unauthenticated("This API key is not valid for this page.");
        }
        limits.key().take(holder.get().id());
        if (!holder.get().scope().may(permission)) {
            throw forbidden(permission);
        }
        return new Caller.Program(holder.get());
    }

    private static Refused forbidden(Permission permission) {
        return new Refused.Forbidden("This needs the role " + permission.least().key() + " on this page.");
    }
}
