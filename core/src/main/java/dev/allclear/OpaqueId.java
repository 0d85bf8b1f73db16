package dev.allclear;

/// The form that all ids share: they mean nothing, fit a URL, and can't be guessed from one another.
public final class OpaqueId {

    private static final int LONGEST = 64;

    private OpaqueId() {}

    /// Returns the id, or refuses it: an id that was never given out names nothing.
    public static String checked(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new Refused.NotFound(what);
        }
        for (var at = 0; at < value.length(); at++) {
            if (!fits(value.charAt(at))) {
                throw new Refused.NotFound(what);
            }
        }
        return value;
    }

    private static boolean fits(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '_'
                || letter == '-';
    }
}
