package dev.allclear.edge.holding;

import dev.allclear.Refused;
import java.net.URI;

/// Where a person answers: a mail address, a telephone number or a page.
///
/// @param label what is shown of it, which can also be copied by hand
public record Contact(URI link, String label) {

    /// @param typed such as `help@example.com`, `+49 30 1234567` or `https://help.example.com`
    public static Contact parse(String typed) {
        var text = typed.strip();
        try {
            if (text.matches("\\+?[0-9][0-9 ()/.-]{4,30}")) {
                return new Contact(URI.create("tel:" + text.replaceAll("[^+0-9]", "")), text);
            }
            if (text.matches("[^\\s@:/?&\"<>]+@[^\\s@:/?&\"<>]+")) {
                return of(URI.create("mailto:" + text));
            }
            var link = URI.create(text);
            var isPage =
                    ("https".equals(link.getScheme()) || "http".equals(link.getScheme())) && link.getHost() != null;
            if (isPage || "mailto".equals(link.getScheme()) || "tel".equals(link.getScheme())) {
                return of(link);
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below, with what would be right.
        }
        throw new Refused.Invalid(
                "contact",
                "The contact should be a mail address, a telephone number or an https link, not " + typed + ".");
    }

    /// @param link of `https`, `http`, `mailto` or `tel`
    public static Contact of(URI link) {
        var shown = switch (link.getScheme()) {
            case "mailto", "tel" -> link.getSchemeSpecificPart().replaceFirst("\\?.*", "");
            default -> link.toString().replaceFirst("^https?://", "").replaceFirst("/$", "");
        };
        return new Contact(link, shown);
    }
}
