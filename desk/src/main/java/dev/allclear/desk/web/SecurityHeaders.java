package dev.allclear.desk.web;

import java.util.List;
import java.util.Map;

/// What every answer of the desk tells browsers not to do. An answer may replace one by setting it itself.
final class SecurityHeaders {

    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                    + "manifest-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final List<Map.Entry<String, String>> ALWAYS = List.of(
            Map.entry("Content-Security-Policy", POLICY),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("Referrer-Policy", "same-origin"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
            Map.entry("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            Map.entry("Cache-Control", "no-store"));

    private SecurityHeaders() {}

    static Answer on(Answer answer) {
        var safe = answer;
        for (var header : ALWAYS) {
            if (!answer.has(header.getKey())) {
                safe = safe.with(header.getKey(), header.getValue());
            }
        }
        return safe;
    }
}
