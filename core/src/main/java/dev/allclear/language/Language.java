package dev.allclear.language;

import dev.allclear.Refused;
import java.util.Locale;
import java.util.regex.Pattern;

/// A language by its BCP 47 tag, in lower case: `en`, `de`.
public record Language(String tag) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!FORM.matcher(tag).matches()) {
            throw new Refused.Invalid("language", "This should be a language tag such as en or de.");
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
