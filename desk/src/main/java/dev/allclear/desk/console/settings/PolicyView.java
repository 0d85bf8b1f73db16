package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.util.List;

/// What the page holds itself to, as a form.
///
/// @param people who can be called, with nobody first
public record PolicyView(Frame frame, Form form, long version, List<Part> parts, List<Option> people) {

    /// One severity.
    public record Part(String key, String name, String meaning) {

        public String field(String name) {
            return key + "." + name;
        }
    }
}
