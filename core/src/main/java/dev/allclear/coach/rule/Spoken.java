package dev.allclear.coach.rule;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as people write them: `5 minutes`, `half an hour`, `zwei Stunden`.
final class Spoken {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4})|\\p{L}+");

    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("half", 0.5),
            Map.entry("quarter", 0.25),
            Map.entry("halbe", 0.5),
            Map.entry("halben", 0.5),
            Map.entry("viertelstunde", 0.25),
            Map.entry("eineinhalb", 1.5),
            Map.entry("two", 2.0),
            Map.entry("zwei", 2.0),
            Map.entry("couple", 2.0),
            Map.entry("three", 3.0),
            Map.entry("drei", 3.0),
            Map.entry("few", 3.0),
            Map.entry("four", 4.0),
            Map.entry("vier", 4.0),
            Map.entry("five", 5.0),
            Map.entry("fünf", 5.0),
            Map.entry("six", 6.0),
            Map.entry("eight", 8.0),
            Map.entry("ten", 10.0),
            Map.entry("zehn", 10.0),
            Map.entry("twelve", 12.0),
            Map.entry("fifteen", 15.0),
            Map.entry("twenty", 20.0),
            Map.entry("zwanzig", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("dreißig", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("sixty", 60.0),
            Map.entry("ninety", 90.0));

    private static final Map<String, Integer> SECONDS = Map.of(
            "sec", 1, "sek", 1, "min", 60, "hou", 3600, "hr", 3600, "h", 3600, "stu", 3600, "day", 86_400, "tag",
            86_400);

    private Spoken() {}

    static Optional<Duration> longest(List<String> texts) {
        return texts.stream().flatMap(it -> read(it).stream()).max(Comparator.naturalOrder());
    }

    private static Optional<Duration> read(String text) {
        var amount = 1.0;
        var unit = 0;
        var words = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            var word = words.group();
            if (words.group(1) != null) {
                amount = Double.parseDouble(word);
            } else {
                amount = amount == 1 ? NUMBERS.getOrDefault(word, amount) : amount;
                unit = Math.max(unit, unit(word.equals("viertelstunde") ? "stunde" : word));
            }
        }
        return unit == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(amount * unit)));
    }

    private static int unit(String word) {
        return SECONDS.entrySet().stream()
                .filter(it -> it.getKey().length() < 3 ? word.equals(it.getKey()) : word.startsWith(it.getKey()))
                .mapToInt(it -> Objects.requireNonNull(it.getValue()))
                .findFirst()
                .orElse(0);
    }
}
