package dev.allclear.playbook;

import dev.allclear.Refused;
import java.util.regex.Pattern;

/// A playbook's name in files, links and commands: `card-payments`. The same in every language.
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LIMIT = 60;

    public Slug {
        if (value.length() > LIMIT || !FORM.matcher(value).matches()) {
            throw new Refused.Invalid(
                    "slug", "This should be small letters, digits and hyphens, such as card-payments.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
