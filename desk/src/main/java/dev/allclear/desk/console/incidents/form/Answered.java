package dev.allclear.desk.console.incidents.form;

import dev.allclear.desk.web.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;

/// Does what a button of a playbook says, for browsers without a script: puts a ready answer into its field
/// (`do=fill impact Refunds do not arrive`), or the playbook's words into the text (`do=words`).
public final class Answered {

    private static final String FILL = "fill";
    private static final String WORDS = "words";
    private static final String TEXT = "text";
    /// Ticked by whoever wants what they wrote to be replaced.
    static final String REPLACE = "replace";

    private Answered() {}

    public static Parameters by(Parameters typed) {
        return by(typed, () -> "");
    }

    /// @param words of the playbook; empty while something is missing for them
    public static Parameters by(Parameters typed, Supplier<String> words) {
        var pressed = typed.get("do").split(" ", 3);
        if (pressed.length == 3 && pressed[0].equals(FILL)) {
            return with(typed, pressed[1], pressed[2]);
        }
        var mayWrite = typed.get(TEXT).isBlank() || typed.has(REPLACE);
        return pressed[0].equals(WORDS) && mayWrite && !words.get().isEmpty() ? with(typed, TEXT, words.get()) : typed;
    }

    private static Parameters with(Parameters typed, String field, String value) {
        var fields = new HashMap<>(typed.asMap());
        fields.put(field, List.of(value));
        fields.remove(REPLACE);
        return Parameters.of(fields);
    }
}
