package dev.allclear.desk.console.settings;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.desk.web.Zones;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.page.Page;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The form of a page: `name`, `slug`, `host`, `zone`, `language`, `accent`, `support`.
final class PageForm {

    private PageForm() {}

    static Parameters filled(Page page) {
        return Parameters.of(Map.of(
                "name", List.of(page.name()),
                "slug", List.of(page.slug()),
                "host", List.of(page.host().orElse("")),
                "zone", List.of(page.zone().getId()),
                "language", List.of(page.language().tag()),
                "accent", List.of(page.accent()),
                "support", List.of(page.support().map(URI::toString).orElse(""))));
    }

    /// @param before whose id and age stay; what the form doesn't ask stays too
    static Page read(Parameters typed, Page before) {
        var faults = new Faults();
        var name = faults.read(() -> Text.line("name", typed.get("name"), 80));
        var slug = faults.read(() -> Text.line("slug", typed.get("slug"), 40));
        var host = typed.has("host") ? host(typed, faults) : before.host();
        var zone = faults.read(() -> Zones.named(typed.get("zone")));
        var language = faults.read(() -> language(typed.get("language")));
        var accent = typed.filled("accent")
                .map(colour -> colour.toLowerCase(Locale.ROOT))
                .orElse(before.accent());
        var support = typed.has("support") ? support(typed, faults) : before.support();
        faults.refuseIfAny();
        return new Page(
                before.id(),
                slug.orElseThrow(),
                name.orElseThrow(),
                host,
                zone.orElseThrow(),
                language.orElseThrow(),
                accent,
                support,
                before.createdAt());
    }

    /// Whoever pastes the whole address means its host.
    private static Optional<String> host(Parameters typed, Faults faults) {
        return faults.read(() -> Text.optionalLine("host", typed.get("host"), 300))
                .map(line -> line.toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("/$", ""))
                .filter(line -> !line.isEmpty());
    }

    private static Language language(String tag) {
        return Languages.ALL.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Refused.Invalid("language", "Choose one of the languages."));
    }

    /// An address alone is meant as a way to write there.
    private static Optional<URI> support(Parameters typed, Faults faults) {
        var line = faults.read(() -> Text.optionalLine("support", typed.get("support"), 500));
        return line.filter(link -> !link.isEmpty()).flatMap(link -> faults.read(() -> link(link)));
    }

    private static URI link(String typed) {
        try {
            return URI.create(typed.contains("@") && !typed.contains(":") ? "mailto:" + typed : typed);
        } catch (IllegalArgumentException unreadable) {
            throw new Refused.Invalid("support", "This should be an https or mailto link.");
        }
    }

    static List<Option> languages() {
        return Languages.ALL.stream()
                .map(language ->
                        Option.of(language.tag(), Languages.phrases(language).get("language.name")))
                .toList();
    }
}
