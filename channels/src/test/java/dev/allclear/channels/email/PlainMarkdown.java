package dev.allclear.channels.email;

import dev.allclear.wording.Markdown;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Just enough Markdown for these tests: paragraphs, lists of dashes, and everything else as text.
final class PlainMarkdown implements Markdown {

    @Override
    public String html(String source) {
        return Arrays.stream(source.split("\n\n")).map(PlainMarkdown::block).collect(Collectors.joining("\n"));
    }

    private static String block(String block) {
        var escaped = block.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
        return escaped.startsWith("- ")
                ? "<ul>"
                        + escaped.lines()
                                .map(line -> "<li>" + line.substring(2) + "</li>")
                                .collect(Collectors.joining())
                        + "</ul>"
                : "<p>" + escaped + "</p>";
    }

    @Override
    public String text(String source) {
        return source;
    }
}
