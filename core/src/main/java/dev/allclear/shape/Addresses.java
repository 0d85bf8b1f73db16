package dev.allclear.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds web addresses in texts, also those without a scheme where their ending can't be anything else.
final class Addresses {

    private static final String ENDINGS =
            "com|net|org|info|biz|io|app|dev|cloud|status|online|shop|site|tech|page|example|eu|uk|de|at|ch"
                    + "|fr|es|it|nl|be|pl|cz|se|no|dk|fi|ie|pt|us|ca|mx|br|ar|au|nz|jp|cn|kr|in|za|tv|me|co|ai|gg|ly";
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"、。（）]*[^\\s<>\"、。（）.,;:!?)]"
            + "|(?<![\\p{L}\\p{N}@._/-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:" + ENDINGS
            + ")(?![a-z0-9-]|\\.[a-z0-9])(?:/[^\\s<>\"、。（）]*[^\\s<>\"、。（）.,;:!?)]|/)?");

    private Addresses() {}

    static int count(String text) {
        return (int) ADDRESS.matcher(text).results().count();
    }

    static boolean in(String text) {
        return ADDRESS.matcher(text).find();
    }

    /// With each address as it is said aloud: without its scheme, its points as words.
    static String spoken(String text, String point) {
        return ADDRESS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().replaceFirst("(?i)^https?://", "").replace(".", point)));
    }

    static String replaced(String text, String by) {
        return ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement(by));
    }
}
