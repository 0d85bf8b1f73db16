package dev.allclear.channels.email;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Breaks long lines of a text mail at blanks, at 72 characters as mail readers expect. Addresses are never broken.
final class Wrap {

    private static final int WIDTH = 72;

    private Wrap() {}

    static String lines(String text) {
        return text.lines().flatMap(line -> wrapped(line).stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> wrapped(String line) {
        if (line.length() <= WIDTH) {
            return List.of(line);
        }
        var indent = indent(line);
        var lines = new ArrayList<String>();
        var current = new StringBuilder(line.substring(0, indent.length()));
        for (var word : line.substring(indent.length()).split(" ", -1)) {
            if (current.length() > indent.length() && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current = new StringBuilder(indent);
            }
            if (current.length() > indent.length()) {
                current.append(' ');
            }
            current.append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    /// Further lines of a list item stand below its words, not below its dash.
    private static String indent(String line) {
        var words = 0;
        while (words < line.length()
                && (line.charAt(words) == ' ' || (line.charAt(words) == '-' && line.startsWith("- ", words)))) {
            words++;
        }
        return " ".repeat(Math.min(words, WIDTH / 2));
    }
}
