package dev.allclear.channels.email;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a mail server can do, as it says itself.
///
/// @param offered by keyword in capitals, with what stands behind it
record SmtpExtensions(Map<String, String> offered) {

    /// Of a server that knows no EHLO.
    static final SmtpExtensions NONE = new SmtpExtensions(Map.of());

    /// @param ehlo the answer, whose first line is a greeting
    static SmtpExtensions of(SmtpAnswer ehlo) {
        return new SmtpExtensions(ehlo.text()
                .lines()
                .skip(1)
                .filter(line -> line.length() > 4)
                .map(line -> line.substring(4).strip().toUpperCase(Locale.ROOT).split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(
                        words -> words[0], words -> words.length == 2 ? words[1] : "", (first, _) -> first)));
    }

    boolean offers(String keyword) {
        return offered.containsKey(keyword);
    }

    boolean offersToSignInBy(String mechanism) {
        return Arrays.asList(offered.getOrDefault("AUTH", "").split(" ", -1)).contains(mechanism);
    }

    /// The largest message that it takes, in bytes; empty where it sets no limit, or doesn't say (RFC 1870).
    Optional<Long> largest() {
        return Optional.ofNullable(offered.get("SIZE"))
                .filter(size -> size.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .filter(size -> size > 0);
    }
}
