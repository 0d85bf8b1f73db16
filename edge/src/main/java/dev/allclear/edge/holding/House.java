package dev.allclear.edge.holding;

import dev.allclear.edge.json.Json;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whose holding page it is: how the company is called and looks, and where its status page stands.
///
/// @param name of the product as its customers say it
/// @param status the address of the status page, without a slash at the end
/// @param zone whose times readers without JavaScript see
/// @param accent the company's colour as `#rrggbb`
/// @param support where readers can ask a person
public record House(String name, URI status, ZoneId zone, Language language, String accent, Optional<Contact> support) {

    private static final Pattern SAYS_STATUS = Pattern.compile(
            "[\\s–|:-]*\\bstatus([ -]?(page|seite))?\\s*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public static House of(Page page, URI base) {
        return new House(
                company(page.name()),
                base,
                page.zone(),
                page.language(),
                page.accent(),
                page.support().map(Contact::of));
    }

    /// What is down is the product: of `Jenkins Status Page`, `Jenkins`.
    public static String company(String pageName) {
        var company = SAYS_STATUS.matcher(pageName).replaceFirst("").strip();
        return company.isEmpty() ? pageName : company;
    }

    public House named(String other) {
        return new House(other, status, zone, language, accent, support);
    }

    public House at(URI other) {
        return new House(name, other, zone, language, accent, support);
    }

    public House speaking(Language other) {
        return new House(name, status, zone, other, accent, support);
    }

    public House answering(Contact contact) {
        return new House(name, status, zone, language, accent, Optional.of(contact));
    }

    /// Scheme, host and port: what a browser compares.
    String statusOrigin() {
        return status.getScheme() + "://" + status.getRawAuthority();
    }

    /// As it lies in the site folder, so that a holding page can be written when nothing else can be reached.
    String json() {
        return Json.object(json -> {
            json.writeStringProperty("name", name);
            json.writeStringProperty("url", status.toString());
            json.writeStringProperty("time_zone", zone.getId());
            json.writeStringProperty("language", language.tag());
            json.writeStringProperty("accent", accent);
            Json.stringOrNull(
                    json, "support", support.map(contact -> contact.link().toString()));
        });
    }
}
