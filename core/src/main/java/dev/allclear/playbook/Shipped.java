package dev.allclear.playbook;

import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The playbooks that come with the product. To add one, write its file in every language and name it here.
final class Shipped {

    static final List<String> SLUGS = List.of(
            "everything-down",
            "feature-fails",
            "slow",
            "degraded",
            "sign-in",
            "payments",
            "email-delayed",
            "data-delayed",
            "wrong-data",
            "data-loss",
            "security",
            "third-party",
            "region-down",
            "overload",
            "certificate",
            "address-unreachable",
            "search",
            "uploads",
            "api-errors",
            "webhooks",
            "mobile-app",
            "hotline",
            "planned-maintenance",
            "emergency-maintenance");

    private Shipped() {}

    static List<Playbook> all() {
        return Languages.ALL.stream()
                .flatMap(language -> SLUGS.stream().map(slug -> read(slug, language)))
                .toList();
    }

    private static Playbook read(String slug, Language language) {
        return switch (PlaybookReader.read(new Slug(slug), language, text(slug, language))) {
            case Reading.Understood(var playbook) -> playbook;
            case Reading.Unclear(var mistakes) ->
                throw new IllegalStateException("playbook " + language.tag() + "/" + slug + ": " + mistakes);
        };
    }

    static String text(String slug, Language language) {
        var name = language.tag() + "/" + slug + ".md";
        try (var file = Objects.requireNonNull(Shipped.class.getResourceAsStream(name), "no playbook " + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
