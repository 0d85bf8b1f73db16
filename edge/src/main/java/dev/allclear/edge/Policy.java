package dev.allclear.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which headers go with a file, decided in this one place: how long it may be kept, who may read it from where, and
/// what a browser may do with it.
///
/// @param language whose words it holds; empty when it is for all
/// @param secure whether the site is reached by https, and then by nothing else
record Policy(String contentType, Optional<String> language, Kind kind, boolean secure) {

    enum Kind {
        /// For people: nothing may run in it but our own files.
        HTML,
        /// Named by its content: it never changes under its name.
        FINGERPRINTED,
        /// For pages of ours only.
        PART,
        /// For programs, on whatever page they run.
        DATA
    }

    private static final Pattern FINGERPRINT = Pattern.compile("/assets/.*[-.][0-9a-f]{8,}\\.[a-z0-9]+");

    private static final List<String> FOR_HTML = List.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private static final List<String> FOR_PROGRAMS =
            List.of("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "ETag");

    static Policy of(SiteFile file, Optional<String> language, boolean secure) {
        return new Policy(file.contentType(), language, kind(file), secure);
    }

    private static Kind kind(SiteFile file) {
        if (file.contentType().startsWith("text/html")) {
            return Kind.HTML;
        }
        if (FINGERPRINT.matcher(file.path()).matches()) {
            return Kind.FINGERPRINTED;
        }
        return file.path().startsWith("/assets/") ? Kind.PART : Kind.DATA;
    }

    boolean isOpen() {
        return kind == Kind.DATA;
    }

    /// Name, value, name, value.
    List<String> headers() {
        var headers = new ArrayList<String>(
                List.of("Content-Type", contentType, "Cache-Control", cacheControl(), "Vary", vary()));
        language.ifPresent(tag -> headers.addAll(List.of("Content-Language", tag)));
        headers.addAll(List.of("X-Content-Type-Options", "nosniff"));
        if (kind == Kind.HTML) {
            headers.addAll(FOR_HTML);
        }
        if (isOpen()) {
            headers.addAll(FOR_PROGRAMS);
        }
        if (secure) {
            headers.addAll(List.of("Strict-Transport-Security", "max-age=31536000"));
        }
        return headers;
    }

    /// Whoever keeps a copy asks each time whether it still holds, which costs a 304. Only a cache that many share may
    /// spare us the question, and for so little time that a herd is caught but news is not.
    private String cacheControl() {
        return kind == Kind.FINGERPRINTED
                ? "public, max-age=31536000, immutable"
                : "public, max-age=0, s-maxage=5, must-revalidate";
    }

    private String vary() {
        return language.isPresent() ? "Accept-Language, Accept-Encoding" : "Accept-Encoding";
    }
}
