package dev.allclear.playbook;

import dev.allclear.incident.Severity;
import dev.allclear.language.Language;
import dev.allclear.playbook.Playbook.Kind;
import dev.allclear.playbook.Section.Line;
import dev.allclear.status.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a playbook from the text in which it is kept, edited and translated. [PlaybookWriter] writes the same text.
public final class PlaybookReader {

    private static final int LIMIT = 100_000;
    private static final String WHEN_TO_USE = "When to use";
    private static final String ASK = "Ask";
    private static final String REPORT = "Report";
    private static final List<String> SETTINGS = List.of("Kind", "Severity", "State", "Words");

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private PlaybookReader() {}

    /// The playbook, or every mistake in it with line and column.
    public static Reading read(Slug slug, Language language, String text) {
        if (text.length() > LIMIT) {
            return new Reading.Unclear(
                    List.of(new Mistake(1, 1, "A playbook can't be longer than " + LIMIT + " characters.")));
        }
        return new PlaybookReader().playbook(slug, language, text);
    }

    private Reading playbook(Slug slug, Language language, String text) {
        var all = lines(text);
        var cut = Section.cut(all, "## ", 1);
        var opening = cut.getFirst();
        var name = name(opening);
        var settings = settings(opening);
        cut.stream().skip(1).forEach(this::remember);

        var kind = setting(settings, "Kind", Arrays.asList(Kind.values()), Kind::word);
        var severity = setting(settings, "Severity", Arrays.asList(Severity.values()), Severity::key);
        var state = setting(settings, "State", Arrays.asList(State.values()), PlaybookReader::word);
        var words = words(settings);
        var whenToUse = section(WHEN_TO_USE).map(Section::text).orElse("");
        var questions =
                section(ASK).map(ask -> new QuestionReader(mistakes).read(ask)).orElse(List.of());
        var scripts = scripts(kind.orElse(Kind.OUTAGE));
        var report = kind.equals(Optional.of(Kind.OUTAGE))
                ? section(REPORT).flatMap(this::report)
                : Optional.<ReportSkeleton>empty();
        kind.ifPresent(known -> everythingIsAsked(scripts.get(Occasion.of(known).getFirst()), questions));
        sections.values().forEach(this::unknown);

        if (!mistakes.isEmpty() || kind.isEmpty() || severity.isEmpty() || state.isEmpty()) {
            mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
            return new Reading.Unclear(mistakes);
        }
        return new Reading.Understood(new Playbook(
                slug,
                language,
                name,
                kind.get(),
                severity.get(),
                state.get(),
                words,
                whenToUse,
                questions,
                scripts,
                report));
    }

    private static List<Line> lines(String text) {
        var plain = text.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n", -1);
        return IntStream.range(0, plain.length)
                .mapToObj(index -> new Line(index + 1, plain[index].stripTrailing()))
                .toList();
    }

    private String name(Section opening) {
        var first =
                opening.lines().isEmpty() ? new Line(1, "") : opening.lines().getFirst();
        if (!first.text().startsWith("# ")) {
            mistakes.add(new Mistake(first.number(), 1, "A playbook begins with its name: # Payments fail"));
            return "";
        }
        return first.text().substring(2).strip();
    }

    private Map<String, Line> settings(Section opening) {
        var settings = new LinkedHashMap<String, Line>();
        for (var line : opening.lines()) {
            var colon = line.text().indexOf(':');
            if (line.text().isBlank() || line.text().startsWith("# ")) {
                continue;
            }
            var key = colon < 0 ? "" : line.text().substring(0, colon);
            if (!SETTINGS.contains(key)) {
                mistakes.add(new Mistake(
                        line.number(), 1, "Here stand Kind, Severity, State and Words, such as Kind: outage"));
            } else {
                settings.put(
                        key,
                        new Line(line.number(), line.text().substring(colon + 1).strip()));
            }
        }
        return settings;
    }

    private void remember(Section section) {
        if (sections.putIfAbsent(section.heading(), section) != null) {
            mistakes.add(new Mistake(section.line(), 1, "There is a second \"## " + section.heading() + "\"."));
        }
    }

    private <T> Optional<T> setting(Map<String, Line> settings, String key, List<T> known, Function<T, String> word) {
        var allowed = known.stream().map(word).collect(Collectors.joining(", "));
        var line = settings.get(key);
        if (line == null) {
            mistakes.add(new Mistake(1, 1, "Below the name belongs \"" + key + ":\" with one of: " + allowed + "."));
            return Optional.empty();
        }
        var found = known.stream()
                .filter(one -> word.apply(one).equals(line.text()))
                .findFirst();
        if (found.isEmpty()) {
            mistakes.add(new Mistake(line.number(), key.length() + 3, key + " is one of: " + allowed + "."));
        }
        return found;
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<String> words(Map<String, Line> settings) {
        var line = settings.get("Words");
        return line == null
                ? List.of()
                : Stream.of(line.text().split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private Optional<Section> section(String heading) {
        var found = sections.remove(heading);
        if (found == null || found.lines().isEmpty()) {
            var line = found == null ? 1 : found.line();
            mistakes.add(new Mistake(line, 1, "There must be text under \"## " + heading + "\"."));
        }
        return Optional.ofNullable(found);
    }

    private Map<Occasion, Script> scripts(Kind kind) {
        var scripts = new EnumMap<Occasion, Script>(Occasion.class);
        for (var occasion : Occasion.of(kind)) {
            section(occasion.heading())
                    .flatMap(section -> script(occasion, section))
                    .ifPresent(script -> scripts.put(occasion, script));
        }
        return scripts;
    }

    private Optional<Script> script(Occasion occasion, Section section) {
        var titles = titles(section);
        var text = section.after(titles.map(found -> found.choices().size()).orElse(0));
        var script = titles.map(found -> new Script(found, template(text)));
        script.ifPresent(found -> mistakes.addAll(Completeness.faults(occasion, found, section.line())));
        return script;
    }

    private Optional<Titles> titles(Section section) {
        var choices = new ArrayList<Template>();
        for (var line : section.lines()) {
            if (!line.text().startsWith("Title: ")) {
                break;
            }
            choices.add(TemplateReader.read(line.text().substring(7), line.number(), 8, mistakes));
        }
        if (choices.isEmpty()) {
            mistakes.add(new Mistake(
                    section.firstLine(), 1, "Under \"## " + section.heading() + "\" comes first: Title: ..."));
            return Optional.empty();
        }
        if (choices.getLast().needs().stream().anyMatch(variable -> variable.shape() != Variable.Shape.NAME)) {
            var line = section.firstLine() + choices.size() - 1;
            mistakes.add(new Mistake(
                    line, 1, "The last title is for the case that no other fits, so it can't need longer fields."));
        }
        return Optional.of(new Titles(choices));
    }

    private Template template(Section section) {
        return TemplateReader.read(section.text(), section.firstLine(), 1, mistakes);
    }

    private Optional<ReportSkeleton> report(Section section) {
        var cut = Section.cut(section.lines(), "### ", section.firstLine());
        var headings = cut.stream().skip(1).map(Section::heading).toList();
        if (!headings.equals(ReportSkeleton.HEADINGS)) {
            mistakes.add(new Mistake(
                    section.line(),
                    1,
                    "A report has these parts, in this order: ### " + String.join(", ### ", ReportSkeleton.HEADINGS)));
            return Optional.empty();
        }
        var answers = cut.stream().skip(1).map(this::template).toList();
        return titles(cut.getFirst())
                .map(titles -> new ReportSkeleton(titles, answers.get(0), answers.get(1), answers.get(2)));
    }

    private void everythingIsAsked(@Nullable Script first, List<Question> questions) {
        var asked = questions.stream().map(Question::variable).toList();
        var needs = first == null ? Set.<Variable>of() : first.needs();
        needs.stream()
                .filter(variable -> !variable.isGiven() && !asked.contains(variable))
                .map(variable -> "The first message needs {" + variable.key() + "}, so Ask must ask for it.")
                .forEach(what -> mistakes.add(new Mistake(1, 1, what)));
    }

    private void unknown(Section section) {
        mistakes.add(new Mistake(
                section.line(), 1, "There is no part \"## " + section.heading() + "\" in such a playbook."));
    }
}
