package dev.allclear.wording;

import java.util.regex.Pattern;

/// How pages are named where "status" is put after the company.
public final class PageNames {

    private static final Pattern SAYS_STATUS =
            Pattern.compile("(.*\\s)?status([ -]?(page|seite))?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PageNames() {}

    /// Whether a name says "status" itself, such as `Jenkins Status Page`: then nobody says it again.
    public static boolean saysStatus(String name) {
        return SAYS_STATUS.matcher(name.strip()).matches();
    }
}
