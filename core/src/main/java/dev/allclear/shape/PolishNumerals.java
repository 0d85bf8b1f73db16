package dev.allclear.shape;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Polish numbers in words.
final class PolishNumerals implements Numerals {

    private static final List<String> SMALL = List.of(
            "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście"
                    .split(" "));
    private static final List<String> TENS = List.of(
            "zero dziesięć dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt"
                    .split(" "));
    private static final List<String> HUNDREDS =
            List.of("zero sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset".split(" "));
    /// Stems of the ordinals: -ej for hours, -ego for days.
    private static final List<String> ORDINALS = List.of(
            "zerow pierwsz drugi trzeci czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast"
                    .split(" "));
    private static final List<String> ORDINAL_TENS = List.of("zerow", "dziesiąt", "dwudziest", "trzydziest");

    @Override
    public String cardinal(long number) {
        if (number < 20) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            return TENS.get((int) number / 10) + rest(number % 10);
        }
        if (number < 1_000) {
            return HUNDREDS.get((int) number / 100) + rest(number % 100);
        }
        if (number < 1_000_000) {
            var thousands = number / 1_000;
            return counted(thousands, "tysiąc", "tysiące", "tysięcy") + rest(number % 1_000);
        }
        return counted(number / 1_000_000, "milion", "miliony", "milionów") + rest(number % 1_000_000);
    }

    private String rest(long number) {
        return number == 0 ? "" : " " + cardinal(number);
    }

    private String counted(long count, String one, String few, String many) {
        if (count == 1) {
            return one;
        }
        var isFew = count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14);
        return cardinal(count) + " " + (isFew ? few : many);
    }

    @Override
    public String point() {
        return "przecinek";
    }

    @Override
    public String year(int year) {
        return cardinal(year);
    }

    @Override
    public String ordinal(int number) {
        return cardinal(number);
    }

    /// As after "o godzinie" and "od godziny".
    @Override
    public String time(int hour, int minute, Reader.Clock clock) {
        return ordinal(hour, "ej") + (minute == 0 ? "" : (minute < 10 ? " zero " : " ") + cardinal(minute));
    }

    @Override
    public String date(int day, String month) {
        return ordinal(day, "ego") + " " + month;
    }

    private static String ordinal(int number, String ending) {
        if (number < 20) {
            return ORDINALS.get(number) + ending;
        }
        var tens = ORDINAL_TENS.get(number / 10) + ending;
        return number % 10 == 0 ? tens : tens + " " + ORDINALS.get(number % 10) + ending;
    }

    @Override
    public String length(long days, int hours, int minutes) {
        return Stream.of(
                        days == 0 ? "" : counted(days, "jeden dzień", "dni", "dni"),
                        hours == 0 ? "" : feminine(hours, "jedną godzinę", "godziny", "godzin"),
                        minutes == 0 ? "" : feminine(minutes, "jedną minutę", "minuty", "minut"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" i "));
    }

    private String feminine(long count, String one, String few, String many) {
        return counted(count, one, few, many).replaceAll("\\bdwa ", "dwie ");
    }
}
