package dev.allclear.coach.rule;

import dev.allclear.coach.text.Prose;
import dev.allclear.coach.text.Span;
import dev.allclear.coach.text.Token;
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

    static Optional<Span> first(Matcher matcher) {
        return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }
}
