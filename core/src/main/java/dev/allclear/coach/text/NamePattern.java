package dev.allclear.coach.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How an organisation names its machines and tickets, such as `web-##.prod` or `OPS-#`: letters stand for themselves,
/// `#` for digits, `*` for anything but a gap. All possible readings are followed side by side, so that no pattern
/// takes longer than its length times that of the text.
public final class NamePattern {

    private static final int LONGEST = 120;

    /// One step of the pattern: a letter, a digit, or anything; one that repeats may also take nothing.
    private record Step(char letter, boolean repeats) {
        boolean takes(char found) {
            return switch (letter) {
                case '#' -> Character.isDigit(found);
                case '*' -> !Character.isWhitespace(found);
                default -> letter == found;
            };
        }
    }

    private final List<Step> steps;

    public NamePattern(String written) {
        var all = new ArrayList<Step>();
        for (var letter : written.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter != '*') {
                all.add(new Step(letter, false));
            }
            if (letter == '*' || letter == '#') {
                all.add(new Step(letter, true));
            }
        }
        steps = List.copyOf(all);
    }

    /// Whether it says anything beside "some digits" and "anything".
    public boolean isTelling() {
        return steps.stream().filter(step -> Character.isLetter(step.letter())).count() >= 2;
    }

    /// Every place where such a name stands as a word of its own, the longest reading of each.
    public List<Span> all(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        // A few letters are longer when they are small; then the places would not fit.
        var searched = small.length() == text.length() ? small : text;
        var found = new ArrayList<Span>();
        for (var at = 0; at < searched.length(); ) {
            var end = isWithin(searched, at - 1) ? -1 : end(searched, at);
            if (end > at) {
                found.add(new Span(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private int end(String text, int start) {
        var active = new boolean[steps.size() + 1];
        active[0] = true;
        passRepeats(active);
        var end = -1;
        for (var at = start; at < Math.min(text.length(), start + LONGEST); at++) {
            if (!step(active, text.charAt(at))) {
                return end;
            }
            // The full stop behind a name is not part of it.
            var ends = isWithin(text, at) || !steps.getLast().repeats();
            if (active[steps.size()] && ends && !isWithin(text, at + 1)) {
                end = at + 1;
            }
        }
        return end;
    }

    /// @return whether any reading goes on
    private boolean step(boolean[] active, char found) {
        var goesOn = false;
        for (var i = steps.size(); i >= 0; i--) {
            var takes = active[i] && i < steps.size() && steps.get(i).takes(found);
            if (takes && !steps.get(i).repeats()) {
                active[i + 1] = true;
            }
            active[i] = takes && steps.get(i).repeats();
            goesOn |= takes;
        }
        passRepeats(active);
        return goesOn;
    }

    private void passRepeats(boolean[] active) {
        for (var i = 0; i < steps.size(); i++) {
            active[i + 1] |= active[i] && steps.get(i).repeats();
        }
    }

    private static boolean isWithin(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
