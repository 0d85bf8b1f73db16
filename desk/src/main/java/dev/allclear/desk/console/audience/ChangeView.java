package dev.allclear.desk.console.audience;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;
import java.util.Map;

/// What will become of how many, before it does.
///
/// @param sentence what it means for them; empty where it can't be done
public record ChangeView(Frame frame, Form form, SelectionForm wanted, long count, String sentence) {

    public Map<String, String> said() {
        return wanted.said();
    }

    public String back() {
        return "/desk/subscribers?" + wanted.query();
    }
}
