package dev.allclear.coach.rule;

import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names and settings that only machines and their keepers use.
final class MachineNames {

    private static final Pattern CODE_NAME =
            Pattern.compile("\\p{Ll}{3,24}(?!2\\p{L}{3})\\d\\p{Ll}\\p{L}{0,10}\\d{0,3}");

    private static final Pattern FLAG =
            Pattern.compile("(?<![\\p{L}\\p{N}-])--[a-z][a-z-]{3,40}|\\b[a-z]{2,20}(?:_[a-z]{2,20}){1,4}=\\S{1,40}");

    private static final Pattern TRACE = Pattern.compile(
            "Traceback \\(most recent call|File \"[^\"\\n]{1,120}\", line \\d{1,6}|panic: \\w|goroutine \\d"
                    + "|Exception in thread|(?<=\\w)(?:Exception|Error): [a-z]\\w+ (?:\\w+ ){2}");

    private static final Pattern SOURCE_LINE = Pattern.compile(
            "(?:[a-z]\\w{0,40}\\.){1,8}[A-Z]\\w{0,60}\\.\\w{1,60}\\([A-Z]\\w{0,60}\\.(?:java|kt|scala):\\d{1,6}\\)"
                    + "|\\b\\w[\\w/-]{1,60}\\.(?:go|py|rb|js|ts|rs|c|cpp|cs|php|java|kt|ex|pl):\\d{1,6}\\b");

    /// A line as machines write them into their logs.
    private static final Pattern LOG =
            Pattern.compile("(?:ERROR|FATAL|WARN|CRITICAL|PANIC|SEVERE|INFO)[:\\s\\[\\]-]{1,3}\\d{4}-\\d\\d-\\d\\d"
                    + "|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S{0,10} \\[?(?:ERROR|FATAL|WARN|CRITICAL|PANIC|INFO|DEBUG|error|crit|alert|emerg)\\b"
                    + "|\\bsegfault at\\b|kernel: |\\bORA-\\d{5}\\b|(?<=\\w)\\[\\d{2,7}\\]: ");

    /// Letters with a digit in their middle that are words of the trade, and nobody's machine.
    private static final Set<String> WORDS = Set.of(
            "oauth2",
            "base64url",
            "log4j2",
            "log4shell",
            "utf8mb4",
            "web3js",
            "sha256sum",
            "md5sum",
            "bcrypt2b",
            "dropdown2x");

    private MachineNames() {}

    /// A name such as `publick8s`: letters with a digit in their middle.
    static Optional<Span> codeName(Prose prose) {
        return prose.tokens().stream()
                .filter(it -> it.kind() == Token.Kind.WORD && !WORDS.contains(it.word()))
                .filter(it -> CODE_NAME.matcher(it.written()).matches())
                .map(it -> new Span(it.start(), it.end()))
                .findFirst();
    }

    static Optional<Span> flag(Prose prose) {
        return first(FLAG.matcher(prose.text()));
    }

    static Optional<Span> trace(Prose prose) {
        return first(TRACE.matcher(prose.text()))
                .or(() -> all(SOURCE_LINE, prose).stream().findFirst());
    }

    static Optional<Span> logLine(Prose prose) {
        return first(LOG.matcher(prose.text()));
    }

    /// Where this stands; only pieces with a digit or a mark in them are read, since ordinary words are no such names.
    static List<Span> all(Pattern pattern, Prose prose) {
        var text = prose.text();
        var matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        var found = new ArrayList<Span>();
        for (var from = 0; from < text.length(); ) {
            var to = from;
            var marked = false;
            for (; to < text.length() && !Character.isWhitespace(text.charAt(to)); to++) {
                marked |= isMark(text, to);
            }
            if (marked) {
                matcher.region(from, to);
                while (matcher.find()) {
                    found.add(new Span(matcher.start(), matcher.end()));
                }
            }
            from = to + 1;
        }
        return found;
    }

    private static boolean isMark(String text, int at) {
        return switch (text.charAt(at)) {
            case '_', '/', '\\', ':' -> true;
            case '.' -> at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
            default -> Character.isDigit(text.charAt(at));
        };
    }

    static Optional<Span> first(Matcher matcher) {
        return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }
}
