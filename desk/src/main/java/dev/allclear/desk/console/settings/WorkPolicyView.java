package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.util.List;

/// How work is planned, as a form.
///
/// @param focus the field that somebody has just asked for; empty for none
public record WorkPolicyView(Frame frame, Form form, long version, String focus) {

    /// The numbers of the reminders that stand in the form.
    public List<String> reminders() {
        return form.typed().all(WorkPolicyForm.REMINDER);
    }

    public List<String> blackouts() {
        return form.typed().all(WorkPolicyForm.BLACKOUT);
    }

    public boolean mayRemindMore() {
        return reminders().size() < WorkPolicyForm.MOST_REMINDERS;
    }

    public boolean mayBlackOutMore() {
        return blackouts().size() < WorkPolicyForm.MOST_BLACKOUTS;
    }

    public List<Option> units() {
        return List.of(Option.of("days", "days"), Option.of("hours", "hours"), Option.of("minutes", "minutes"));
    }
}
