package dev.allclear.edge.html;

import dev.allclear.page.Page;
import java.util.Locale;

/// The company's mark as long as it has no logo: its first letter on its colour.
public final class Mark {

    private Mark() {}

    static String of(Page page) {
        return of(page.name(), page.accent());
    }

    /// @param accent the company's colour as `#rrggbb`
    public static String of(String name, String accent) {
        var letter =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('A');
        var colour = Accent.parse(accent);
        // A letter or digit needs no escaping.
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><rect width="24" height="24" rx="5" fill="%s"/>\
            <text x="12" y="17.2" text-anchor="middle" font-family="Inter,Segoe UI,Roboto,Liberation Sans,Arial,sans-serif" \
            font-size="15" font-weight="700" fill="%s">%s</text></svg>
            """.formatted(
                        colour, colour.textOnIt(), Character.toString(letter).toUpperCase(Locale.ROOT));
    }
}
