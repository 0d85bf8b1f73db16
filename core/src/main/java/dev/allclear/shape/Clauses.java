package dev.allclear.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes what an author wrote apart at the joints where each piece still stands alone, so that nothing is ever cut
/// inside.
final class Clauses {

    private static final Pattern ASIDE = Pattern.compile("\\s*[(（][^()（）]*[)）]");
    private static final Pattern JOINT =
            Pattern.compile("\\s*[;；]\\s*|\\s+[–—-]\\s+|(?<=[^\\d\\s][.!?])\\s+(?=\\p{Lu})|。");
    private static final Pattern COLON = Pattern.compile(":\\s+|：");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Clauses() {}

    /// From the fullest to the shortest: all of it, without asides, its first clause.
    static List<String> forms(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        forms.add(withoutAsides(text));
        forms.add(withoutAsides(first(text)));
        forms.add(withoutAsides(beforeColon(first(text))));
        forms.remove("");
        return List.copyOf(forms);
    }

    static String first(String text) {
        return JOINT.split(text, 2)[0];
    }

    /// What follows the first clause, with the sign that joins it.
    static String rest(String text) {
        return text.substring(first(text).length());
    }

    static String withoutAsides(String text) {
        return ASIDE.matcher(text).replaceAll("").strip();
    }

    /// A colon joins two clauses only where something is said before it; else it follows a label.
    private static String beforeColon(String text) {
        var parts = COLON.split(text, 2);
        return parts.length == 2 && parts[0].split("\\s+").length >= 3 ? parts[0] : text;
    }

    /// Which share of the words of one occurs in the other, by their first letters, so that endings don't count.
    static double overlap(@Nullable String of, @Nullable String in) {
        var ours = words(of);
        if (ours.isEmpty()) {
            return 0;
        }
        var theirs = words(in);
        return (double) ours.stream().filter(theirs::contains).count() / ours.size();
    }

    private static Set<String> words(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        var words = Arrays.stream(WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
        // Little words tell nothing, unless there are no others.
        var telling = words.stream()
                .filter(word -> word.length() > 3 || word.codePointAt(0) > 0x2E80)
                .toList();
        return (telling.isEmpty() ? words : telling)
                .stream().flatMap(word -> pieces(word).stream()).collect(Collectors.toSet());
    }

    /// Scripts without spaces are compared two characters at a time.
    private static List<String> pieces(String word) {
        if (word.codePointAt(0) < 0x2E80) {
            return List.of(word.substring(0, Math.min(4, word.length())));
        }
        var pairs = new ArrayList<String>();
        for (var i = 0; i < Math.max(1, word.length() - 1); i++) {
            pairs.add(word.substring(i, Math.min(i + 2, word.length())));
        }
        return pairs;
    }
}
