package dev.allclear.channels.dkim;

import java.util.Locale;

/// A header field in the form that survives refolding on the way (RFC 6376, 3.4.2).
final class RelaxedHeader {

    private RelaxedHeader() {}

    /// @param field as it is written, with or without the end of its last line
    /// @return without the end of the line
    static String of(String field) {
        var colon = field.indexOf(':');
        var relaxed = new StringBuilder(field.length())
                .append(field.substring(0, colon).strip().toLowerCase(Locale.ROOT))
                .append(':');
        var start = relaxed.length();
        var blank = false;
        for (var at = colon + 1; at < field.length(); at++) {
            var one = field.charAt(at);
            if (one == ' ' || one == '\t') {
                blank = true;
            } else if (one != '\r' && one != '\n') {
                if (blank && relaxed.length() > start) {
                    relaxed.append(' ');
                }
                blank = false;
                relaxed.append(one);
            }
        }
        return relaxed.toString();
    }
}
