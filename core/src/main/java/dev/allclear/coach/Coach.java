package dev.allclear.coach;

import dev.allclear.coach.guide.StyleGuide;
import dev.allclear.coach.rule.Rules;
import dev.allclear.coach.text.LanguageGuess;
import dev.allclear.coach.text.Prose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads a message before it goes out and says what its readers would miss. It knows words and fields, not the truth.
///
/// It keeps nothing between two messages and may be used by many threads at once.
public final class Coach {

    /// Longer texts are read up to here; no channel carries more.
    private static final int READ = 20_000;

    private static final String FALLBACK = "en";

    private final Map<String, StyleGuide> guides;

    private Coach(Map<String, StyleGuide> guides) {
        this.guides = guides;
    }

    /// The coach with our style guides, which are read when somebody asks for the first time.
    public static Coach ours() {
        return Ours.COACH;
    }

    private static final class Ours {
        private static final Coach COACH = create();
    }

    /// Reads the style guides; do it once.
    public static Coach create() {
        var rules = Rules.all().stream().map(Rule::id).toList();
        return new Coach(Map.of("en", StyleGuide.read("en", rules), "de", StyleGuide.read("de", rules)));
    }

    /// The pages that a writer may read, in one of the languages that have their own rules.
    public Optional<StyleGuide> guide(String language) {
        return Optional.ofNullable(guides.get(language));
    }

    public Review review(Manuscript manuscript) {
        var readable = readable(manuscript);
        var language = language(readable);
        var guide = guides.getOrDefault(language, english());
        var reading = Reading.of(readable, language);
        var ran = new ArrayList<String>();
        var findings = new ArrayList<Finding>();
        for (var rule : Rules.all()) {
            if (rule.neutral() || guides.containsKey(language)) {
                ran.add(rule.id());
                findings.addAll(rule.check(reading, guide.page(rule.id())));
            }
        }
        // Stable: what weighs the same stays in the order of the rules.
        findings.sort(Comparator.comparing(Finding::weight));
        var first = readable.phase().open() && readable.context().earlier().isEmpty();
        return new Review(findings, checked(language, ran, manuscript), first);
    }

    private StyleGuide english() {
        return Objects.requireNonNull(guides.get(FALLBACK));
    }

    private static Manuscript readable(Manuscript manuscript) {
        return new Manuscript(
                manuscript.channel(),
                manuscript.phase(),
                manuscript.audience(),
                cut(manuscript.title()),
                cut(manuscript.body()),
                manuscript.language(),
                manuscript.context());
    }

    private static String cut(String text) {
        return text.length() <= READ ? text : text.substring(0, READ);
    }

    /// What the author said it is; else what it looks like, and English when it is too short to tell.
    private static String language(Manuscript manuscript) {
        return manuscript
                .language()
                .map(it -> it.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
                .or(() -> LanguageGuess.of(Prose.of(manuscript.title() + "\n\n" + manuscript.body())))
                .orElse(FALLBACK);
    }

    private Review.Checked checked(String language, List<String> ran, Manuscript manuscript) {
        var byLanguage = guides.containsKey(language);
        var name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        var sentence = byLanguage
                ? ran.size() + " rules ran, with the words of " + name + "."
                : "Only language-neutral rules ran, since there are no rules for "
                        + (name.isEmpty() || language.equals("und") ? "this language" : name) + " yet.";
        var cut = manuscript.body().length() > READ || manuscript.title().length() > READ;
        return new Review.Checked(
                language,
                byLanguage,
                List.copyOf(ran),
                cut ? sentence + " Only the first " + READ + " characters were read." : sentence);
    }
}
