package dev.allclear;

import java.util.regex.Pattern;

/// The form that all ids share: they mean nothing, fit a URL, and can't be guessed from one another.
public final class OpaqueId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private OpaqueId() {}

    /// Returns the id, or refuses it: an id that was never given out names nothing.
    public static String checked(String what, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new Refused.NotFound(what);
        }
        return value;
    }
}
