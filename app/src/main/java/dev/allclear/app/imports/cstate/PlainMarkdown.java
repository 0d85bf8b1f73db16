package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts Markdown in place of the HTML that authors mixed into it, because HTML is shown as text here.
///
/// Code, in fences or between backticks, and links in angle brackets are left alone.
final class PlainMarkdown {

    /// The order of the alternatives matters: what comes first protects what is inside it.
    private static final Pattern PIECES = Pattern.compile(
            "(?<fence>^ {0,3}(?<ticks>`{3,}|~{3,})[^\\n]*\\n(?:.*?^ {0,3}\\k<ticks>[`~]*[ \\t]*$|.*\\z))"
                    + "|(?<comment><!--.*?-->)(?<rest>[ \\t]*\\n?)"
                    + "|(?<code>(?<quote>`+)(?!`).*?(?<!`)\\k<quote>(?!`))"
                    + "|(?<link><[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>]*>)"
                    + "|(?<hidden><(?<block>script|style)\\b.*?</\\k<block>\\s*>)"
                    + "|(?<tag><(?<slash>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:\\s[^<>]*?)?)/?>)",
            Pattern.DOTALL | Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:href|src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);

    private static final Pattern DESCRIPTION =
            Pattern.compile("\\balt\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

    /// Elements that only arrange or colour; without them the words say the same.
    private static final Set<String> BARE = Set.of(
            "div",
            "span",
            "font",
            "center",
            "u",
            "small",
            "big",
            "sub",
            "sup",
            "section",
            "article",
            "details",
            "summary",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "abbr",
            "time",
            "ins",
            "mark",
            "button",
            "iframe",
            "figure",
            "figcaption");

    private final Findings.OfFile findings;
    private final int firstLine;
    private final Deque<String> addresses = new ArrayDeque<>();

    /// @param firstLine the line of the file on which the body begins
    PlainMarkdown(Findings.OfFile findings, int firstLine) {
        this.findings = findings;
        this.firstLine = firstLine;
    }

    String of(String body) {
        var plain = PIECES.matcher(body).replaceAll(found -> Matcher.quoteReplacement(piece(found, body)));
        // Paragraphs of HTML leave more empty lines behind than anybody typed.
        return plain.equals(body) ? body : plain.replaceAll("\\n{3,}", "\n\n");
    }

    private int line(String body, int at) {
        return firstLine
                + (int) body.substring(0, at)
                        .chars()
                        .filter(point -> point == '\n')
                        .count();
    }

    private String piece(MatchResult found, String body) {
        var line = line(body, found.start());
        if (found.group("comment") != null) {
            return comment(found, body, line);
        }
        if (found.group("hidden") != null) {
            findings.add(Kind.HTML, line, "<" + found.group("block") + "> was left out: a browser shows none of it");
            return "";
        }
        return found.group("tag") == null ? found.group() : element(found, line);
    }

    /// What stands in a comment was never published: leftovers of other incidents, often enough untrue here.
    private String comment(MatchResult found, String body, int line) {
        findings.add(Kind.COMMENT, line, "a comment was left out: " + shortened(found.group("comment")));
        var startsLine = found.start() == 0 || body.charAt(found.start() - 1) == '\n';
        return startsLine ? "" : found.group("rest");
    }

    private static String shortened(String text) {
        var line = text.replaceAll("<!--|-->", "").strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }

    private String element(MatchResult found, int line) {
        var name = found.group("name").toLowerCase(Locale.ROOT);
        var closes = !found.group("slash").isEmpty();
        return switch (name) {
            case "br" -> "\n";
            case "p", "blockquote" -> "\n\n";
            case "b", "strong" -> "**";
            case "i", "em" -> "*";
            case "code", "tt", "kbd" -> "`";
            case "pre" -> "\n```\n";
            case "ul", "ol" -> "\n";
            case "li" -> closes ? "" : "\n- ";
            case "h1", "h2", "h3", "h4", "h5", "h6" -> closes ? "\n\n" : "\n\n### ";
            case "hr" -> "\n\n---\n\n";
            case "a" -> anchor(found, closes);
            case "img" -> "![" + attribute(DESCRIPTION, found) + "](" + attribute(ADDRESS, found) + ")";
            case "s", "strike", "del" -> struckOut(closes, line);
            default -> other(found, name, closes, line);
        };
    }

    private String anchor(MatchResult found, boolean closes) {
        if (closes) {
            var address = addresses.isEmpty() ? "" : addresses.pop();
            return address.isEmpty() ? "" : "](" + address + ")";
        }
        var address = attribute(ADDRESS, found);
        addresses.push(address);
        return address.isEmpty() ? "" : "[";
    }

    private static String attribute(Pattern wanted, MatchResult found) {
        var attribute = wanted.matcher(found.group("attributes"));
        if (!attribute.find()) {
            return "";
        }
        for (var group = 1; group <= attribute.groupCount(); group++) {
            if (attribute.group(group) != null) {
                return attribute.group(group).strip();
            }
        }
        return "";
    }

    private String struckOut(boolean closes, int line) {
        if (!closes) {
            findings.add(Kind.HTML, line, "words struck out stand between ~~ and ~~ now");
        }
        return "~~";
    }

    private String other(MatchResult found, String name, boolean closes, int line) {
        if (!BARE.contains(name)) {
            return found.group();
        }
        if (!closes) {
            findings.add(Kind.HTML, line, "<" + name + "> was taken away, its words stay");
        }
        return "";
    }
}
