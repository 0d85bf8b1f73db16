package dev.allclear.coach.text;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the times of day in a text, and the zone that governs each of them.
final class ClockTimes {

    private static final Pattern CLOCK = Pattern.compile("(?<![\\p{L}\\p{N}:.,/+−$€£#v-])(?<hour>[01]?\\d|2[0-4])(?:"
            // 14:30, 2:30 pm, 14h30, 14:30:05
            + "(?:[:h])(?<minute>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d{1,6})?)?(?:[ \\u00a0]?(?<half>[AaPp])\\.?[Mm]\\b\\.?)?(?![:\\d])(?! ?(?:h|hrs?|hours?|min|minutes?|Std|Stunden)\\b)"
            // 2.30 pm, 14.30 Uhr, 2 pm, 14 Uhr, 6 o'clock
            + "|(?:\\.(?<minutes>[0-5]\\d))?[ \\u00a0]?(?:(?<halves>[AaPp])\\.?[Mm]\\b\\.?|Uhr\\b|o['’]clock\\b)"
            // 1800 UTC, 1800 hours
            + "|(?<packed>[0-5]\\d)(?= ?(?:hours\\b|hrs\\b|UTC\\b|GMT\\b|Z\\b|[ECMP][SD]?T\\b|CES?T\\b|BST\\b|Pacific\\b|Eastern\\b|Central\\b|Mountain\\b))"
            + ")|(?<=\\d{4}-\\d\\d-\\d\\d[T ])(?<isohour>[01]\\d|2[0-4]):(?<isominute>[0-5]\\d)"
            + "|\\b(?i:(?<word>noon|midnight|midday|mitternacht|12 uhr mittags))\\b");

    private ClockTimes() {}

    static List<ClockTime> in(String text) {
        var bare = new ArrayList<ClockTime>();
        var found = CLOCK.matcher(text);
        while (found.find()) {
            bare.add(new ClockTime(found.start(), found.end(), at(found), Optional.empty()));
        }
        return bare.isEmpty() ? List.of() : governed(text, bare);
    }

    private static Optional<LocalTime> at(Matcher found) {
        if (found.group("word") != null) {
            var word = found.group("word").toLowerCase(Locale.ROOT);
            return Optional.of(word.startsWith("mi") && word.endsWith("t") ? LocalTime.MIDNIGHT : LocalTime.NOON);
        }
        var hour = Integer.parseInt(first(found, "hour", "isohour").orElse("0"));
        var minute = Integer.parseInt(
                first(found, "minute", "minutes", "packed", "isominute").orElse("0"));
        var half = first(found, "half", "halves")
                .map(it -> it.toLowerCase(Locale.ROOT))
                .orElse("");
        if (!half.isEmpty() && hour >= 1 && hour <= 12) {
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        return hour > 23 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private static Optional<String> first(Matcher found, String... groups) {
        for (var group : groups) {
            if (found.group(group) != null) {
                return Optional.of(found.group(group));
            }
        }
        return Optional.empty();
    }

    private static List<ClockTime> governed(String text, List<ClockTime> bare) {
        var declared = first(Zones.DECLARED.matcher(text));
        var zones = new TreeMap<Integer, String>();
        var found = Zones.ZONE.matcher(text);
        while (found.find()) {
            zones.put(found.start(), found.group().strip());
        }
        var times = new ArrayList<ClockTime>(bare.size());
        var from = 0;
        for (var time : bare) {
            var line = lineAround(text, time, from);
            var zone = Optional.ofNullable(zones.ceilingEntry(line.start()))
                    .filter(it -> it.getKey() < line.end())
                    .map(Map.Entry::getValue)
                    .or(() -> declared);
            times.add(new ClockTime(time.start(), time.end(), time.at(), zone));
            from = line.start();
        }
        return times.stream().map(time -> repeated(time, times)).toList();
    }

    /// "10:05" after "10:05 UTC" needs no second zone.
    private static ClockTime repeated(ClockTime time, List<ClockTime> times) {
        if (time.zone().isPresent() || time.at().isEmpty()) {
            return time;
        }
        var zone = times.stream()
                .limit(200)
                .filter(other -> other.at().equals(time.at()) && other.zone().isPresent())
                .findFirst()
                .flatMap(ClockTime::zone);
        return new ClockTime(time.start(), time.end(), time.at(), zone);
    }

    private static final int REACH = 400;

    private static Span lineAround(String text, ClockTime time, int from) {
        var start = time.start();
        while (start > from && time.start() - start < REACH && !endsAt(text, start - 1)) {
            start--;
        }
        var end = time.end();
        while (end < text.length() && end - time.end() < REACH && !endsAt(text, end)) {
            end++;
        }
        return new Span(start, end);
    }

    private static boolean endsAt(String text, int at) {
        var here = text.charAt(at);
        if (here == '\n' && at > 0) {
            // A wrapped line goes on with a small letter, a bracket or a zone.
            var next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
            var full = at - text.lastIndexOf('\n', at - 1) > Sentences.FULL_LINE
                    && Character.isLetter(next)
                    && ".!?:;".indexOf(text.charAt(at - 1)) < 0;
            return !(full || Character.isLowerCase(next) || next == '(');
        }
        if (here != '.' && here != '!' && here != '?' && here != ';') {
            return false;
        }
        if (at + 2 >= text.length() || text.charAt(at + 1) != ' ') {
            return false;
        }
        // "6 p.m. CST" goes on behind its dots.
        return !Character.isLowerCase(text.charAt(at + 2))
                && !(at > 1
                        && Character.toLowerCase(text.charAt(at - 1)) == 'm'
                        && "ap. ".indexOf(Character.toLowerCase(text.charAt(at - 2))) >= 0);
    }

    private static Optional<String> first(Matcher zones) {
        return zones.find() ? Optional.of(zones.group().strip()) : Optional.empty();
    }
}
