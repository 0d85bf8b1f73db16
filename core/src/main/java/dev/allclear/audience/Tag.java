package dev.allclear.audience;

import dev.allclear.Refused;
import java.util.Locale;
import java.util.regex.Pattern;

/// A word of the desk's own by which it finds subscribers again, such as `enterprise` or `beta`. It decides nothing
/// about what they hear.
///
/// @param word in small letters, so that there are no two spellings of one
public record Tag(String word) implements Comparable<Tag> {

    private static final Pattern WORD =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}][\\p{Ll}\\p{Lo}\\p{M}\\p{N} ._:/+#&-]{0,39}");

    public Tag {
        if (!WORD.matcher(word).matches() || word.endsWith(" ")) {
            throw new Refused.Invalid(
                    "tags", "A tag has up to 40 letters, digits and blanks, such as: enterprise, key account.");
        }
    }

    /// Reads what a person typed.
    public static Tag parse(String typed) {
        return new Tag(typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }

    @Override
    public int compareTo(Tag other) {
        return word.compareTo(other.word);
    }
}
