package dev.allclear.desk.console.catalogue;

import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import java.util.List;
import java.util.Map;

/// A form of one field that shows what is there.
final class Filled {

    private Filled() {}

    static Form with(String field, String value) {
        return Form.filled(Parameters.of(Map.of(field, List.of(value))));
    }
}
