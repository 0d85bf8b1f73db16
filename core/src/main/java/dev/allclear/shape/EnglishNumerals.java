package dev.allclear.shape;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// English numbers in words.
final class EnglishNumerals implements Numerals {

    private static final List<String> SMALL = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" "));
    private static final List<String> TENS =
            List.of("zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    @Override
    public String cardinal(long number) {
        if (number < 20) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            return TENS.get((int) number / 10) + (number % 10 == 0 ? "" : "-" + cardinal(number % 10));
        }
        if (number < 1_000) {
            return cardinal(number / 100) + " hundred" + rest(number % 100, " and ");
        }
        if (number < 1_000_000) {
            return cardinal(number / 1_000) + " thousand" + rest(number % 1_000, number % 1_000 < 100 ? " and " : " ");
        }
        if (number < 1_000_000_000) {
            return cardinal(number / 1_000_000) + " million" + rest(number % 1_000_000, " ");
        }
        return cardinal(number / 1_000_000_000) + " billion" + rest(number % 1_000_000_000, " ");
    }

    private String rest(long number, String joint) {
        return number == 0 ? "" : joint + cardinal(number);
    }

    @Override
    public String point() {
        return "point";
    }

    /// `twenty twenty-four`
    @Override
    public String year(int year) {
        var century = year / 100;
        var rest = year % 100;
        if (year % 1_000 < 10) {
            return cardinal(year);
        }
        return cardinal(century) + (rest == 0 ? " hundred" : (rest < 10 ? " oh " : " ") + cardinal(rest));
    }

    @Override
    public String ordinal(int number) {
        var words = cardinal(number);
        var cut = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
        var last = words.substring(cut);
        return words.substring(0, cut)
                + switch (last) {
                    case "one" -> "first";
                    case "two" -> "second";
                    case "three" -> "third";
                    case "five" -> "fifth";
                    case "eight" -> "eighth";
                    case "nine" -> "ninth";
                    case "twelve" -> "twelfth";
                    default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
                };
    }

    /// The small hours get their "oh", so that nobody takes three for fifteen.
    @Override
    public String time(int hour, int minute, Reader.Clock clock) {
        if (clock == Reader.Clock.TWELVE_HOURS) {
            var twelve = hour % 12 == 0 ? 12 : hour % 12;
            return cardinal(twelve) + (minute == 0 ? "" : " " + minutes(minute)) + (hour < 12 ? " a m" : " p m");
        }
        var hours = hour == 0 ? "zero" : (hour < 10 ? "oh " : "") + cardinal(hour);
        return hours + " " + (minute == 0 ? "hundred" : minutes(minute));
    }

    private String minutes(int minute) {
        return (minute < 10 ? "oh " : "") + cardinal(minute);
    }

    @Override
    public String date(int day, String month) {
        return "the " + ordinal(day) + " of " + month;
    }

    @Override
    public String length(long days, int hours, int minutes) {
        return Stream.of(units(days, "day"), units(hours, "hour"), units(minutes, "minute"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    private String units(long count, String unit) {
        return count == 0 ? "" : cardinal(count) + " " + unit + (count == 1 ? "" : "s");
    }
}
