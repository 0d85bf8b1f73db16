package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.web.Parameters;
import java.util.List;
import java.util.Map;

/// Counts what somebody had to decide for a message: what they changed in the form, and to send it.
final class Decisions {

    private static final List<String> FIELDS = List.of(
            "occasion",
            "severity",
            "within",
            "impact",
            "scope",
            "workaroundText",
            "worksAgain",
            "reason",
            "leftovers",
            "leftoversText",
            "next",
            "reportBy");

    private Decisions() {}

    /// @param beginning what stood in the form when it was opened
    /// @param words what the playbook put into it; whoever left them had nothing to decide
    static int of(Parameters typed, Map<String, String> beginning, Map<String, String> words, boolean isFirst) {
        var changed = FIELDS.stream()
                .filter(field ->
                        typed.has(field) && !plain(typed.get(field)).equals(plain(beginning.getOrDefault(field, ""))))
                .count();
        var written = words.entrySet().stream()
                .filter(word -> typed.has(word.getKey())
                        && !plain(typed.get(word.getKey())).equals(plain(word.getValue())))
                .count();
        var chosen = isFirst ? 1 : 0;
        var ticked = typed.all("area").isEmpty() ? 0 : 1;
        return (int) (chosen + ticked + changed + written + 1);
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
