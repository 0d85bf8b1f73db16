package dev.allclear.app.imports.cstate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Spots names that look like a slip of the pen for another one.
final class Likeness {

    private Likeness() {}

    /// The name used most among those that are used more often and differ by one or two characters, digits apart:
    /// `agents1` and `agents2` are two things.
    static Optional<String> nearest(String name, int uses, Map<String, Integer> others) {
        return others.entrySet().stream()
                .filter(other -> other.getValue() > uses)
                .filter(other -> name.length() > 5 && isSlip(plain(name), plain(other.getKey())))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isSlip(String a, String b) {
        var limit = Math.min(a.length(), b.length()) > 12 ? 2 : 1;
        return a.replaceAll("[^0-9]", "").equals(b.replaceAll("[^0-9]", ""))
                && Math.abs(a.length() - b.length()) <= limit
                && distance(a, b) <= limit;
    }

    /// How many characters have to be put in, taken out or changed (Levenshtein).
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
