package dev.allclear.desk.console.suppressions;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;
import dev.allclear.journal.Entry;
import dev.allclear.suppression.Suppression;
import java.util.List;

/// One suppressed address, with what was done to it.
///
/// @param history oldest first
public record SuppressionView(Frame frame, Suppression one, Form form, List<Entry> history) {

    public String path() {
        return "/desk/suppressions/" + one.mark().value();
    }

    public String address() {
        return new ListView.Row(one).address();
    }

    public String why() {
        return Reasons.whole(one);
    }

    /// Whose words the detail is.
    public String said() {
        return switch (one.reason()) {
            case BOUNCED -> "The mail server said";
            case COMPLAINED -> "The complaint said";
            case BY_HAND -> "The reason given";
        };
    }

    /// `suppressed` or `released`
    public String deed(Entry entry) {
        return entry.action().substring(entry.action().indexOf('.') + 1);
    }

    /// The form for a new one.
    public record Adding(Frame frame, Form form) {}
}
