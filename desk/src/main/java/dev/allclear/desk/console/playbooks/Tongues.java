package dev.allclear.desk.console.playbooks;

import dev.allclear.Refused;
import dev.allclear.desk.console.Option;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import java.util.List;
import java.util.Locale;

/// The languages in which playbooks are written: those that the product speaks.
final class Tongues {

    private Tongues() {}

    /// @throws Refused.NotFound for a language that we don't speak
    static Language named(String tag) {
        return Languages.ALL.stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound("language"));
    }

    /// `German`
    static String name(Language language) {
        return language.locale().getDisplayLanguage(Locale.UK);
    }

    static List<Option> options() {
        return Languages.ALL.stream()
                .map(language -> Option.of(language.tag(), name(language)))
                .toList();
    }
}
