package dev.allclear.channels.email;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a mail server wants to be asked again, where its words say so: "greylisted, try again in 300 seconds".
final class RetryHint {

    private static final Duration LONGEST = Duration.ofDays(1);

    /// Neither part of a status code such as 4.7.1, nor of a host's name.
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\w.-])(\\d{1,5}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)(?![\\w@-]|\\.\\w)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LATER = Pattern.compile("4\\d\\d[ -]");

    private RetryHint() {}

    /// @param text an answer with its code, or our own words where none came
    static Optional<Duration> in(String text) {
        if (!LATER.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        var time = TIME.matcher(text);
        return time.find() ? Optional.of(length(time.group(1), time.group(2))) : Optional.empty();
    }

    private static Duration length(String number, String unit) {
        var count = Integer.parseInt(number);
        var length = switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
