package dev.allclear.desk.console.incidents;

import dev.allclear.desk.web.Parameters;
import java.util.HashMap;
import java.util.List;

/// Puts the ready answer whose button was pressed into its field (`do=fill impact Refunds do not arrive`), for browsers
/// without a script.
final class Answered {

    private static final String FILL = "fill";

    private Answered() {}

    static Parameters by(Parameters typed) {
        var pressed = typed.get("do").split(" ", 3);
        if (pressed.length < 3 || !pressed[0].equals(FILL)) {
            return typed;
        }
        var fields = new HashMap<>(typed.asMap());
        fields.put(pressed[1], List.of(pressed[2]));
        return Parameters.of(fields);
    }
}
