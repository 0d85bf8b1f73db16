package dev.allclear.playbook;

import dev.allclear.playbook.Template.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Understands the source of a template, or says where it can't.
final class TemplateReader {

    private static final int SIMILAR = 3;

    private final String source;
    private final int firstLine;
    private final int firstColumn;
    private final List<Mistake> mistakes;
    private int at;

    private TemplateReader(String source, int firstLine, int firstColumn, List<Mistake> mistakes) {
        this.source = source;
        this.firstLine = firstLine;
        this.firstColumn = firstColumn;
        this.mistakes = mistakes;
    }

    /// @param firstLine where the template begins in its file, from 1
    /// @param mistakes takes what can't be understood
    static Template read(String source, int firstLine, int firstColumn, List<Mistake> mistakes) {
        var reader = new TemplateReader(source, firstLine, firstColumn, mistakes);
        return new Template(source, reader.parts(false));
    }

    private List<Part> parts(boolean inside) {
        var parts = new ArrayList<Part>();
        var words = new StringBuilder();
        while (at < source.length() && !(inside && source.startsWith("]]", at))) {
            if (inside && source.startsWith("[[", at)) {
                mistake(at, "[[ can't stand inside another [[ ]]. Close the first with ]].");
                at += 2;
            } else if (source.startsWith("[[", at)) {
                flush(words, parts);
                aside().ifPresent(parts::add);
            } else if (source.startsWith("]]", at)) {
                mistake(at, "]] closes nothing: there is no [[ before it.");
                at += 2;
            } else if (source.charAt(at) == '{') {
                flush(words, parts);
                slot().ifPresent(parts::add);
            } else if (source.charAt(at) == '}') {
                mistake(at, "} closes nothing: there is no { before it.");
                at++;
            } else {
                words.append(source.charAt(at++));
            }
        }
        flush(words, parts);
        return parts;
    }

    private Optional<Part> aside() {
        var start = at;
        at += 2;
        var before = mistakes.size();
        var condition = condition();
        var parts = parts(true);
        if (!source.startsWith("]]", at)) {
            mistake(start, "[[ is never closed. Put ]] where the part that may vanish ends.");
            return Optional.empty();
        }
        at += 2;
        // Where a name can't be understood, that alone is worth saying.
        if (condition.isEmpty() && Template.named(parts).isEmpty() && mistakes.size() == before) {
            mistake(start, "Nothing makes this part vanish: put a variable into it, or take away [[ and ]].");
        }
        return Optional.of(new Part.Aside(condition, parts));
    }

    private Optional<Condition> condition() {
        if (!source.startsWith("if ", at)) {
            return Optional.empty();
        }
        var colon = source.indexOf(':', at);
        if (colon < 0) {
            mistake(at, "After \"if\" and the state comes a colon: [[if cause unknown: ...]].");
            return Optional.empty();
        }
        var words = source.substring(at + 3, colon).strip();
        var found = Condition.worded(words);
        if (found.isEmpty()) {
            var known = Stream.of(Condition.values()).map(Condition::words).toList();
            mistake(at, "There is no state \"" + words + "\". There are: " + String.join(", ", known) + ".");
        }
        at = colon + 1;
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
        return found;
    }

    private Optional<Part> slot() {
        var start = at++;
        var end = at;
        while (end < source.length() && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        var name = source.substring(at, end);
        at = end;
        if (end >= source.length() || source.charAt(end) != '}') {
            mistake(start, "{ begins a variable, so a name and } must follow, such as {impact}.");
            return Optional.empty();
        }
        at++;
        var found = Variable.named(name);
        if (found.isEmpty()) {
            mistake(start, "There is no variable {" + name + "}." + suggestion(name));
        }
        return found.map(Part.Slot::new);
    }

    private static String suggestion(String name) {
        return Stream.of(Variable.values())
                .map(Variable::key)
                .min(Comparator.comparingInt(key -> distance(key, name)))
                .filter(key -> distance(key, name) <= SIMILAR)
                .map(key -> " Did you mean {" + key + "}?")
                .orElse("");
    }

    /// Levenshtein's distance: how many letters to add, drop or change.
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private static void flush(StringBuilder words, List<Part> parts) {
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words.toString()));
            words.setLength(0);
        }
    }

    private void mistake(int position, String what) {
        var before = source.substring(0, position);
        var line = (int) before.chars().filter(point -> point == '\n').count();
        var column = position - (before.lastIndexOf('\n') + 1);
        mistakes.add(new Mistake(firstLine + line, (line == 0 ? firstColumn : 1) + column, what));
    }
}
