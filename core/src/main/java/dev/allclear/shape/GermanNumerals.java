package dev.allclear.shape;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// German numbers in words.
final class GermanNumerals implements Numerals {

    private static final List<String> SMALL = List.of(
            "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
                    .split(" "));
    private static final List<String> TENS =
            List.of("null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "));

    @Override
    public String cardinal(long number) {
        if (number < 20) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            var tens = TENS.get((int) number / 10);
            return number % 10 == 0 ? tens : joint(number % 10) + "und" + tens;
        }
        if (number < 1_000) {
            return joint(number / 100) + "hundert" + rest(number % 100);
        }
        if (number < 1_000_000) {
            return joint(number / 1_000) + "tausend" + rest(number % 1_000);
        }
        var millions = number / 1_000_000;
        var rest = number % 1_000_000;
        return (millions == 1 ? "eine Million" : cardinal(millions) + " Millionen")
                + (rest == 0 ? "" : " " + cardinal(rest));
    }

    /// Inside a number it is "ein".
    private String joint(long number) {
        return number == 1 ? "ein" : cardinal(number);
    }

    private String rest(long number) {
        return number == 0 ? "" : cardinal(number);
    }

    @Override
    public String point() {
        return "Komma";
    }

    @Override
    public String year(int year) {
        return year / 100 % 10 == 0 || year >= 2000
                ? cardinal(year)
                : cardinal(year / 100) + "hundert" + rest(year % 100);
    }

    @Override
    public String ordinal(int number) {
        return stem(number) + "e";
    }

    @Override
    public String time(int hour, int minute, Reader.Clock clock) {
        return joint(hour) + " Uhr" + (minute == 0 ? "" : " " + cardinal(minute));
    }

    /// In the dative, which goes with am, seit, bis zu and vom.
    @Override
    public String date(int day, String month) {
        return "dem " + stem(day) + "en " + month;
    }

    private String stem(int number) {
        return switch (number) {
            case 1 -> "erst";
            case 3 -> "dritt";
            case 7 -> "siebt";
            case 8 -> "acht";
            default -> cardinal(number) + (number < 20 ? "t" : "st");
        };
    }

    @Override
    public String length(long days, int hours, int minutes) {
        return Stream.of(
                        units(days, "ein Tag", "Tage"),
                        units(hours, "eine Stunde", "Stunden"),
                        units(minutes, "eine Minute", "Minuten"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" und "));
    }

    private String units(long count, String one, String many) {
        return count == 0 ? "" : count == 1 ? one : cardinal(count) + " " + many;
    }
}
