package dev.allclear.desk.console.maintenance;

import dev.allclear.desk.web.Parameters;
import dev.allclear.maintenance.Recurrence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/// The rows of further times in the form by which work is planned, and the buttons that add one or take one away.
///
/// @param typed with the rows as they are then
/// @param focus the field where the person goes on; empty for none
record OtherRows(Parameters typed, String focus) {

    static final String OTHER = "other";

    private static final String ADD = "add-other";
    private static final String DROP = "drop-other-";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    static OtherRows pressed(Parameters typed) {
        var button = typed.get("do");
        var rows = new ArrayList<>(typed.all(OTHER));
        var focus = ADD;
        if (button.equals(ADD) && mayAdd(rows)) {
            var next = Integer.toString(1
                    + rows.stream()
                            .filter(row -> NUMBER.matcher(row).matches())
                            .mapToInt(Integer::parseInt)
                            .max()
                            .orElse(0));
            rows.add(next);
            focus = "start" + next;
        } else if (!button.startsWith(DROP) || !rows.remove(button.substring(DROP.length()))) {
            return new OtherRows(typed, "");
        }
        var fields = new LinkedHashMap<>(typed.asMap());
        fields.put(OTHER, rows);
        return new OtherRows(Parameters.of(fields), focus);
    }

    /// The first time is no row.
    static boolean mayAdd(List<String> rows) {
        return rows.size() < Recurrence.MOST - 1;
    }
}
