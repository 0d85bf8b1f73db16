package dev.allclear.coach.rule;

import dev.allclear.coach.Field;
import dev.allclear.coach.Finding;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Reading;
import dev.allclear.coach.Rule;
import dev.allclear.coach.Weight;
import dev.allclear.coach.guide.GuidePage;
import dev.allclear.coach.text.LanguageGuess;
import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Title and text are in the language of their readers.
final class LanguageMismatch implements Rule {

    private static final int LETTERS = 20;
    private static final Set<String> LATIN = Set.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv");
    private static final Set<String> OTHER_SCRIPTS = Set.of(
            "ja", "ko", "zh", "ru", "uk", "bg", "sr", "mk", "ar", "fa", "ur", "he", "el", "th", "hi", "ka", "hy");

    @Override
    public String id() {
        return "language-mismatch";
    }

    @Override
    public boolean neutral() {
        return true;
    }

    @Override
    public List<Finding> check(Reading reading, GuidePage page) {
        var declared = reading.manuscript()
                .language()
                .map(it -> it.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
        var title = guess(reading.title());
        var body = guess(reading.body());
        var wanted = declared.or(() -> body);
        var weight = reading.channel() == Channel.SMS ? Weight.ERROR : Weight.WARN;
        var findings = new ArrayList<Finding>();
        wanted.ifPresent(language -> {
            title.filter(it -> differs(it, language))
                    .ifPresent(it -> findings.add(finding(page, weight, Field.TITLE, reading, it, language)));
            body.filter(it -> differs(it, language))
                    .ifPresent(it -> findings.add(finding(page, weight, Field.BODY, reading, it, language)));
        });
        return findings;
    }

    private static Optional<String> guess(Prose prose) {
        var script = LanguageGuess.script(prose.text());
        return script.isPresent() || prose.text().length() < LETTERS ? script : LanguageGuess.of(prose);
    }

    /// Only what we know well is told apart: nine languages in Latin letters, and the other scripts as such.
    private static boolean differs(String guess, String language) {
        if (guess.equals(language) || guess.equals("und")) {
            return false;
        }
        var otherScript = OTHER_SCRIPTS.contains(language);
        return LATIN.contains(guess) ? LATIN.contains(language) || otherScript : !otherScript;
    }

    private static Finding finding(
            GuidePage page, Weight weight, Field field, Reading reading, String found, String wanted) {
        return page.finding(
                weight,
                field,
                Span.of(reading.prose(field).text()),
                "",
                "found",
                name(found, page),
                "wanted",
                name(wanted, page));
    }

    private static String name(String language, GuidePage page) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.forLanguageTag(page.language()));
    }
}
