package dev.allclear.returns;

import java.util.regex.Pattern;

/// What another mail server said, or somebody about an address, made fit to be kept and shown: one short line, without
/// control characters and without anybody's address.
public final class ServerWords {

    private static final int READ = 2_000;
    private static final int KEPT = 300;
    private static final Pattern ADDRESS =
            Pattern.compile("([^\\s<>@,;:\"()\\[\\]=])[^\\s<>@,;:\"()\\[\\]]{0,255}+@([^\\s<>@,;:\"()\\[\\]]{1,255}+)");

    private ServerWords() {}

    public static String cleaned(String said) {
        var start = said.substring(0, Math.min(said.length(), READ));
        var line = start.codePoints()
                .map(point -> isHarmless(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
        var anonymous = ADDRESS.matcher(line).replaceAll("$1***@$2");
        return anonymous.length() <= KEPT ? anonymous : shortened(anonymous);
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shortened(String words) {
        var end = Character.isHighSurrogate(words.charAt(KEPT - 2)) ? KEPT - 2 : KEPT - 1;
        return words.substring(0, end) + "…";
    }
}
