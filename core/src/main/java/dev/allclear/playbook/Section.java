package dev.allclear.playbook;

import java.util.ArrayList;
import java.util.List;

/// A heading of a playbook's file with the lines below it.
///
/// @param heading empty for what stands before the first one
/// @param line of the heading, from 1
/// @param lines without those blank ones that open or close it
record Section(String heading, int line, List<Line> lines) {

    /// @param number from 1
    record Line(int number, String text) {}

    Section {
        lines = trimmed(lines);
    }

    /// Cuts lines at each that begins with `mark`, such as `## `.
    static List<Section> cut(List<Line> lines, String mark, int firstLine) {
        var sections = new ArrayList<Section>();
        var heading = "";
        var start = firstLine;
        var inside = new ArrayList<Line>();
        for (var line : lines) {
            if (line.text().startsWith(mark)) {
                sections.add(new Section(heading, start, inside));
                heading = line.text().substring(mark.length()).strip();
                start = line.number();
                inside = new ArrayList<>();
            } else {
                inside.add(line);
            }
        }
        sections.add(new Section(heading, start, inside));
        return sections;
    }

    /// The lines as one text.
    String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /// Where its text begins.
    int firstLine() {
        return lines.isEmpty() ? line + 1 : lines.getFirst().number();
    }

    /// What is left after the first lines.
    Section after(int count) {
        return new Section(heading, firstLine() + count, lines.subList(count, lines.size()));
    }

    private static List<Line> trimmed(List<Line> lines) {
        var from = 0;
        var to = lines.size();
        while (from < to && lines.get(from).text().isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).text().isBlank()) {
            to--;
        }
        return List.copyOf(lines.subList(from, to));
    }
}
