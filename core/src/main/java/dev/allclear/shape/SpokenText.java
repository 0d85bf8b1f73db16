package dev.allclear.shape;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Turns what was written to be read into what can be heard: numbers and units in words, no signs, no addresses.
final class SpokenText {

    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\p{N}.,:])(?:(?:\\+|0)\\d[\\d /-]{4,}\\d|\\d{1,4}(?:[ -]\\d{2,4}){2,})(?![\\p{N}:])");
    private static final Pattern COUNT_OR_DAY = Pattern.compile("[1-9]\\d{0,2}(?: \\d{3})+|\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])(\\d{1,2}):(\\d{2})(?![\\d:])(?:\\s?([ap])\\.?m\\b\\.?)?(?:\\s?(?:Uhr|h)\\b)?(?:\\s([A-Z]{3,5})\\b)?");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+){2,}");
    private static final Pattern RANGE = Pattern.compile("(?<=\\d)\\s?[–-]\\s?(?=\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d{2}(?![\\d.,]?\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern DASH = Pattern.compile("\\s+[–—-]\\s+");
    private static final Pattern PICTURE =
            Pattern.compile("[\\p{IsExtended_Pictographic}\\x{1F3FB}-\\x{1F3FF}\\uFE0F\\u200D]");
    /// Nobody can pronounce these, so an engine might try.
    private static final Pattern CONSONANTS = Pattern.compile("(?<!\\p{L})[BCDFGHJKLMNPQRSTVWXZ]{2,5}(?!\\p{L})");

    private final Vocabulary vocabulary;
    private final Numerals numerals;
    private final String gap;

    SpokenText(Vocabulary vocabulary, Numerals numerals) {
        this.vocabulary = vocabulary;
        this.numerals = numerals;
        this.gap = vocabulary.get("sentence.gap").replace("_", " ");
    }

    /// The clause for the ear; empty for one that holds an address, which nobody can follow by ear.
    String of(String clause) {
        return Addresses.in(clause)
                ? ""
                : signs(numbers(clause)).replaceAll(" {2,}", " ").strip();
    }

    /// What must be said even so: an address in it is the name of the thing.
    String essential(String clause) {
        return of(Addresses.spoken(clause, " " + vocabulary.get("spoken.dot") + " "));
    }

    private String numbers(String text) {
        var spoken = PHONE.matcher(text)
                .replaceAll(found ->
                        quoted(COUNT_OR_DAY.matcher(found.group()).matches() ? found.group() : digits(found.group())));
        spoken = TIME.matcher(spoken).replaceAll(found -> quoted(time(found)));
        spoken = dates(spoken);
        spoken = units(spoken);
        spoken = VERSION.matcher(spoken).replaceAll(found -> quoted(version(found.group())));
        spoken = grouped(spoken);
        spoken = RANGE.matcher(spoken)
                .replaceAll(quoted(vocabulary.get("spoken.range").replace("_", " ")));
        spoken = decimals(spoken);
        spoken = YEAR.matcher(spoken).replaceAll(found -> quoted(numerals.year(Integer.parseInt(found.group()))));
        spoken = ordinals(spoken);
        return NUMBER.matcher(spoken).replaceAll(found -> quoted(apart(number(found.group()))));
    }

    private String digits(String number) {
        return Arrays.stream(number.split("[ /-]+"))
                .map(group -> group.chars()
                        .mapToObj(
                                digit -> digit == '+' ? vocabulary.get("spoken.plus") : numerals.cardinal(digit - '0'))
                        .collect(Collectors.joining(gap)))
                .collect(Collectors.joining(vocabulary.get("list", "first", "", "second", "")));
    }

    private String time(MatchResult found) {
        var hour = Integer.parseInt(found.group(1)) % 24;
        var minute = Integer.parseInt(found.group(2));
        var twelve = found.group(3) != null;
        if (twelve) {
            hour = hour % 12 + (found.group(3).equals("p") ? 12 : 0);
        }
        var time = numerals.time(hour, minute, twelve ? Reader.Clock.TWELVE_HOURS : Reader.Clock.TWENTY_FOUR_HOURS);
        var zone = found.group(4);
        return zone == null
                ? time
                : time + gap + vocabulary.find("spoken.zone." + zone).orElse(zone);
    }

    private String dates(String text) {
        var months = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL, vocabulary.locale()))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<!\\d)(\\d{1,2})\\.? (" + months + ")\\b", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .replaceAll(found -> quoted(numerals.date(Integer.parseInt(found.group(1)), found.group(2))
                        // What stands before it in the author's sentence governs the case.
                        .replaceFirst("^dem ", "")));
    }

    private String units(String text) {
        var spoken = text;
        for (var unit : vocabulary.list("spoken.units")) {
            var parts = unit.split("=", 2);
            spoken = Pattern.compile("(?<=\\d)\\s?" + Pattern.quote(parts[0]) + "(?![\\p{L}\\d])")
                    .matcher(spoken)
                    .replaceAll(quoted(gap + parts[1]));
        }
        return spoken;
    }

    private String version(String version) {
        return Arrays.stream(version.split("\\."))
                .map(this::number)
                .collect(Collectors.joining(gap + numerals.point() + gap));
    }

    /// `11 400` is one number.
    private String grouped(String text) {
        return Pattern.compile("(?<![\\d.,])\\d{1,3}(?:["
                        + vocabulary.get("spoken.group").replace("_", " ") + "]\\d{3})+(?!\\d)")
                .matcher(text)
                .replaceAll(found -> found.group().replaceAll("\\D", ""));
    }

    private String decimals(String text) {
        return Pattern.compile("(\\d+)[" + vocabulary.get("spoken.decimal") + "](\\d+)")
                .matcher(text)
                .replaceAll(found -> quoted(number(found.group(1))
                        + gap
                        + numerals.point()
                        + gap
                        + found.group(2)
                                .chars()
                                .mapToObj(digit -> numerals.cardinal(digit - '0'))
                                .collect(Collectors.joining(gap))));
    }

    private String ordinals(String text) {
        return vocabulary
                .find("spoken.ordinal")
                .map(ending -> Pattern.compile("(?<!\\d)(\\d{1,4})" + ending)
                        .matcher(text)
                        .replaceAll(found -> quoted(numerals.ordinal(Integer.parseInt(found.group(1))))))
                .orElse(text);
    }

    private String number(String digits) {
        return digits.length() > 12 || (digits.length() > 1 && digits.startsWith("0"))
                ? digits.chars()
                        .mapToObj(digit -> numerals.cardinal(digit - '0'))
                        .collect(Collectors.joining(gap))
                : numerals.cardinal(Long.parseLong(digits));
    }

    /// `v2` is two words.
    private String apart(String words) {
        return gap + words + gap;
    }

    private String signs(String text) {
        var spoken = DASH.matcher(PICTURE.matcher(text).replaceAll(""))
                .replaceAll(vocabulary.get("spoken.open").replace("_", " "));
        for (var sign : vocabulary.list("spoken.signs")) {
            var parts = sign.split("=", 2);
            spoken = spoken.replace(parts[0], gap + (parts.length > 1 ? parts[1] : "") + gap);
        }
        for (var word : vocabulary.list("spoken.spell")) {
            spoken = spoken.replaceAll("\\b" + word + "\\b", spelled(word));
        }
        spoken = CONSONANTS.matcher(spoken).replaceAll(found -> spelled(found.group()));
        return spoken.replaceAll("\\s*[(（]\\s*", vocabulary.get("spoken.open").replace("_", " "))
                .replaceAll(
                        "\\s*[)）](?=[\\p{L}\\p{N}\\s])",
                        vocabulary.get("spoken.close").replace("_", " "))
                .replaceAll("[)）\"“”„«»<>*`\\[\\]{}|\\\\^…]", "")
                .replaceAll("\\s+([,.;:!?])", "$1")
                .replaceAll(",\\s*(?=[,.;:])", "");
    }

    private static String spelled(String word) {
        return word.toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
