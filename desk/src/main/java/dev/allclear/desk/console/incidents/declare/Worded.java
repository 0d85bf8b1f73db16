package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.web.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells words that a playbook put into a form from those that a person wrote: only the former follow the other fields.
///
/// Beside each such field a hidden one (`filled-text`) holds what the playbook said last.
final class Worded {

    static final String FILLED = "filled-";

    private Worded() {}

    /// What was typed, with the playbook's words as they are now wherever nobody touched them.
    static Parameters renewed(Parameters typed, Map<String, String> words) {
        var fields = new HashMap<>(typed.asMap());
        words.forEach((field, said) -> {
            if (plain(typed.get(field)).equals(plain(typed.get(FILLED + field)))) {
                fields.put(field, List.of(said));
                fields.put(FILLED + field, List.of(said));
            }
        });
        return Parameters.of(fields);
    }

    /// Browsers send line ends as CRLF.
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
