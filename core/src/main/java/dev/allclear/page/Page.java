package dev.allclear.page;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.language.Language;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// One status page, with what makes it this company's.
///
/// @param slug its name in `/p/<slug>/`
/// @param host the host name under which it stands alone; empty for none
/// @param zone whose times it shows to readers without JavaScript, and whose days the bars count
/// @param language what it speaks when the reader asks for none of ours
/// @param accent the company's colour as `#rrggbb`
/// @param support where readers can ask a person; empty for nowhere
public record Page(
        PageId id,
        String slug,
        String name,
        Optional<String> host,
        ZoneId zone,
        Language language,
        String accent,
        Optional<URI> support,
        Instant createdAt) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    public Page {
        name = Text.line("name", name, 80);
        if (!SLUG.matcher(slug).matches()) {
            throw new Refused.Invalid("slug", "Use up to 40 small letters, digits and dashes, such as acme-cloud.");
        }
        if (host.isPresent()
                && (host.get().length() > 253 || !HOST.matcher(host.get()).matches())) {
            throw new Refused.Invalid(
                    "host", "This should be a host name in small letters, such as status.example.com.");
        }
        if (!COLOUR.matcher(accent).matches()) {
            throw new Refused.Invalid("accent", "This should be a colour such as #1f6feb.");
        }
        if (support.isPresent() && !isLink(support.get())) {
            throw new Refused.Invalid("support", "This should be an https or mailto link.");
        }
    }

    private static boolean isLink(URI link) {
        return "https".equals(link.getScheme()) || "http".equals(link.getScheme()) || "mailto".equals(link.getScheme());
    }
}
