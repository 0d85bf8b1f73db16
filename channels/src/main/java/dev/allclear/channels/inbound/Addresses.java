package dev.allclear.channels.inbound;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what looks like a signed address in the value of a header, however it is wrapped.
final class Addresses {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![A-Za-z0-9._+=-])([A-Za-z]{1,20}\\+[A-Za-z0-9_=.-]{1,64}@[A-Za-z0-9.-]{1,255})");

    private Addresses() {}

    /// A few at most: nobody has us try a thousand.
    static Stream<String> in(String value) {
        // A mailto address may have its plus escaped.
        return ADDRESS.matcher(value.replace("%2B", "+")
                        .replace("%2b", "+")
                        .replace("%3D", "=")
                        .replace("%3d", "="))
                .results()
                .map(MatchResult::group)
                .limit(10);
    }
}
