package dev.allclear.desk.web;

import dev.allclear.operation.SessionDesk;
import java.util.Optional;

/// The cookie by which a browser shows its session. Where we are reached by https its name starts with `__Host-`, so
/// that no other host of the domain can set it.
///
/// @param secure whether we are reached by https
public record SessionCookie(boolean secure) {

    /// The secret that the browser holds.
    public Optional<String> of(Headers headers) {
        return headers.cookie(name()).filter(secret -> !secret.isEmpty());
    }

    public Answer set(Answer answer, String secret) {
        return answer.with("Set-Cookie", cookie(secret, SessionDesk.LONGEST.toSeconds()));
    }

    public Answer clear(Answer answer) {
        return answer.with("Set-Cookie", cookie("", 0));
    }

    private String cookie(String value, long seconds) {
        return name() + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    private String name() {
        return secure ? "__Host-allclear" : "allclear";
    }
}
