package dev.allclear.shape;

/// Japanese numbers in characters.
final class JapaneseNumerals implements Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";

    @Override
    public String cardinal(long number) {
        return number == 0 ? "ゼロ" : large(number);
    }

    private static String large(long number) {
        if (number >= 100_000_000) {
            return large(number / 100_000_000) + "億" + large(number % 100_000_000);
        }
        if (number >= 10_000) {
            return large(number / 10_000) + "万" + large(number % 10_000);
        }
        return place(number / 1_000, "千")
                + place(number / 100 % 10, "百")
                + place(number / 10 % 10, "十")
                + (number % 10 == 0 ? "" : digit(number % 10));
    }

    private static String place(long digit, String name) {
        return digit == 0 ? "" : (digit == 1 ? "" : digit(digit)) + name;
    }

    private static String digit(long digit) {
        return DIGITS.substring((int) digit, (int) digit + 1);
    }

    @Override
    public String point() {
        return "点";
    }

    @Override
    public String year(int year) {
        return cardinal(year) + "年";
    }

    @Override
    public String ordinal(int number) {
        return cardinal(number);
    }

    @Override
    public String time(int hour, int minute, Reader.Clock clock) {
        var minutes = minute == 0 ? "" : cardinal(minute) + "分";
        return clock == Reader.Clock.TWELVE_HOURS
                ? (hour < 12 ? "午前" : "午後") + cardinal(hour % 12) + "時" + minutes
                : cardinal(hour) + "時" + minutes;
    }

    @Override
    public String date(int day, String month) {
        return month + cardinal(day) + "日";
    }

    @Override
    public String length(long days, int hours, int minutes) {
        return (days == 0 ? "" : cardinal(days) + "日")
                + (hours == 0 ? "" : cardinal(hours) + "時間")
                + (minutes == 0 ? "" : cardinal(minutes) + "分");
    }
}
