package dev.allclear.desk.web;

import java.nio.charset.StandardCharsets;

/// Shows HTML that isn't ours, such as a mail, in a frame of our own page: nothing in it runs, loads or leads away.
public final class Sandbox {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

    private Sandbox() {}

    /// To be shown in an `<iframe sandbox>`.
    public static Answer of(String html) {
        return Answer.html(200, html.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", POLICY)
                .with("X-Frame-Options", "SAMEORIGIN")
                .with("Referrer-Policy", "no-referrer");
    }
}
