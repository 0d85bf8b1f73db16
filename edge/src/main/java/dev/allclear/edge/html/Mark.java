package dev.allclear.edge.html;

import dev.allclear.page.Page;
import java.util.Locale;

/// The company's mark as long as it has no logo: its first letter on its colour.
final class Mark {

    private Mark() {}

    static String of(Page page) {
        var letter = page.name()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElse('A');
        var accent = Accent.parse(page.accent());
        // A letter or digit needs no escaping.
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><rect width="24" height="24" rx="5" fill="%s"/>\
            <text x="12" y="17.2" text-anchor="middle" font-family="Inter,Segoe UI,Roboto,Liberation Sans,Arial,sans-serif" \
            font-size="15" font-weight="700" fill="%s">%s</text></svg>
            """.formatted(
                        accent, accent.textOnIt(), Character.toString(letter).toUpperCase(Locale.ROOT));
    }
}
