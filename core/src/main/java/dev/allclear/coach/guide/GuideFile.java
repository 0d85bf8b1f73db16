package dev.allclear.coach.guide;

import dev.allclear.coach.guide.GuidePage.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one page of the style guide: plain Markdown, whose sections "The coach says", "Good", "Bad" and "Words" are
/// also read by the coach.
final class GuideFile {

    private static final String COACH_SAYS = "The coach says";
    private static final String GOOD = "Good";
    private static final String BAD = "Bad";
    private static final String WORDS = "Words";

    private final Map<String, String> sentences = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<String> quote = new ArrayList<>();
    private String title = "";
    private String section = "";
    private String list = "";

    private GuideFile() {}

    static GuideFile read(String markdown) {
        var file = new GuideFile();
        markdown.lines().forEach(file::line);
        file.endQuote();
        return file;
    }

    String title() {
        return title;
    }

    Map<String, String> sentences() {
        return sentences;
    }

    Map<String, List<String>> words() {
        return words;
    }

    List<Example> examples() {
        return examples;
    }

    private void line(String line) {
        if (line.startsWith(">")) {
            quote.add(line.substring(1).strip());
            return;
        }
        endQuote();
        if (line.startsWith("### ")) {
            list = line.substring(4).strip();
        } else if (line.startsWith("## ")) {
            section = line.substring(3).strip();
        } else if (line.startsWith("# ")) {
            title = line.substring(2).strip();
        } else if (line.startsWith("- ")) {
            entry(line.substring(2).strip());
        }
    }

    private void entry(String entry) {
        if (section.equals(COACH_SAYS)) {
            var colon = entry.indexOf(':');
            sentences.put(
                    entry.substring(0, colon).strip(),
                    entry.substring(colon + 1).strip());
        } else if (section.equals(WORDS)) {
            var phrases = words.computeIfAbsent(list, _ -> new ArrayList<>());
            Arrays.stream(entry.replace("`", "").split(",", -1))
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .forEach(phrases::add);
        }
    }

    private void endQuote() {
        if (!quote.isEmpty() && (section.equals(GOOD) || section.equals(BAD))) {
            examples.add(example());
        }
        quote.clear();
    }

    /// A quote: perhaps a bold title, the text, perhaps a last line in italics with the situation.
    private Example example() {
        var lines = new ArrayList<>(quote);
        List<String> situation = List.of();
        var last = lines.getLast();
        if (last.startsWith("*") && !last.startsWith("**") && last.endsWith("*")) {
            lines.removeLast();
            situation = Arrays.stream(last.substring(1, last.length() - 1).split(",", -1))
                    .map(String::strip)
                    .toList();
        }
        var headed = !lines.isEmpty()
                && lines.getFirst().startsWith("**")
                && lines.getFirst().endsWith("**");
        var heading = headed ? lines.removeFirst().replace("**", "") : "";
        return new Example(
                section.equals(GOOD), heading, String.join("\n", lines).strip(), situation);
    }
}
