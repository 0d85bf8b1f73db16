package dev.allclear.desk.web;

import dev.allclear.Refused;
import java.net.URI;

/// Tells whether a form was sent by a page of our own. Browsers say so themselves, by `Sec-Fetch-Site` or `Origin`;
/// programs, which carry no cookies of anybody, say neither.
final class CrossSite {

    private CrossSite() {}

    static void mustBeOurs(Headers headers) {
        var site = headers.only("Sec-Fetch-Site");
        if (site.isPresent()) {
            if (!site.get().equals("same-origin") && !site.get().equals("none")) {
                throw foreign();
            }
            return;
        }
        var origin = headers.only("Origin");
        if (origin.isPresent()
                && !authority(origin.get())
                        .equalsIgnoreCase(headers.only("Host").orElse(""))) {
            throw foreign();
        }
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "null" : authority;
        } catch (IllegalArgumentException unreadable) {
            throw foreign();
        }
    }

    private static Refused foreign() {
        return new Refused.Forbidden("This came from another site. Open the page itself and try again.");
    }
}
