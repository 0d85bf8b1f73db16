package dev.allclear.playbook;

import dev.allclear.language.Language;
import dev.allclear.playbook.Playbook.Kind;
import dev.allclear.playbook.Section.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a playbook from the text in which it is kept, edited and translated. [PlaybookWriter] writes the same text.
public final class PlaybookReader {

    private static final int LIMIT = 100_000;
    private static final String WHEN_TO_USE = "When to use";
    private static final String ASK = "Ask";
    private static final String REPORT = "Report";

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private PlaybookReader() {}

    /// The playbook, or every mistake in it with line and column.
    public static Reading read(Slug slug, Language language, String text) {
        if (text.length() > LIMIT) {
            var what = "A playbook can't be longer than " + LIMIT + " characters.";
            return new Reading.Unclear(List.of(new Mistake(1, 1, what)));
        }
        return new PlaybookReader().playbook(slug, language, text);
    }

    private Reading playbook(Slug slug, Language language, String text) {
        var cut = Section.cut(lines(text), "## ", 1);
        var head = Head.read(cut.getFirst(), mistakes);
        cut.subList(1, cut.size()).forEach(this::remember);

        var kind = head.kind().orElse(Kind.OUTAGE);
        var whenToUse = section(WHEN_TO_USE).map(Section::text).orElse("");
        var questions = section(ASK).map(new QuestionReader(mistakes)::read).orElse(List.of());
        var scripts = scripts(kind);
        var report = Optional.of(REPORT)
                .filter(_ -> kind == Kind.OUTAGE)
                .flatMap(this::section)
                .flatMap(new ScriptReader(mistakes)::report);
        Optional.ofNullable(scripts.get(Occasion.of(kind).getFirst()))
                .ifPresent(first -> mistakes.addAll(Completeness.unasked(first, questions)));
        sections.values().forEach(this::unknown);

        if (!mistakes.isEmpty()) {
            mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
            return new Reading.Unclear(mistakes);
        }
        return new Reading.Understood(new Playbook(
                slug,
                language,
                head.name(),
                kind,
                head.severity().orElseThrow(),
                head.state().orElseThrow(),
                head.words(),
                whenToUse,
                questions,
                scripts,
                report));
    }

    private static List<Line> lines(String text) {
        var unix = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        var lines = unix.split("\n", -1);
        return IntStream.range(0, lines.length)
                .mapToObj(index -> new Line(index + 1, lines[index].stripTrailing()))
                .toList();
    }

    private void remember(Section section) {
        if (sections.putIfAbsent(section.heading(), section) != null) {
            mistakes.add(new Mistake(section.line(), 1, "There is a second \"## " + section.heading() + "\"."));
        }
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
        var reader = new ScriptReader(mistakes);
        var scripts = new EnumMap<Occasion, Script>(Occasion.class);
        for (var occasion : Occasion.of(kind)) {
            section(occasion.heading())
                    .flatMap(section -> reader.script(occasion, section))
                    .ifPresent(script -> scripts.put(occasion, script));
        }
        return scripts;
    }

    private void unknown(Section section) {
        var what = "There is no part \"## " + section.heading() + "\" in such a playbook.";
        mistakes.add(new Mistake(section.line(), 1, what));
    }
}
