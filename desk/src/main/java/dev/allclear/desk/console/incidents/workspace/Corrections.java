package dev.allclear.desk.console.incidents.workspace;

import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import java.util.List;
import java.util.Map;

/// The forms that correct published words.
public final class Corrections {

    private Corrections() {}

    /// With the words as they stand.
    public static Form filled(Told told) {
        return Form.filled(Parameters.of(Map.of("correct-" + told.id(), List.of(told.text()))));
    }
}
