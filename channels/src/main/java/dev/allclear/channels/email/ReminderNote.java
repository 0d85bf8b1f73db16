package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content.OfReminder;
import dev.allclear.status.State;
import java.util.List;

/// What we say to a colleague who has to speak soon, or should have.
final class ReminderNote {

    private ReminderNote() {}

    static Body body(Reader reader, OfReminder reminder, Letter.Links links) {
        var phrases = reader.phrases();
        var key = "mail.reminder." + reminder.step().key();
        var lead = phrases.get(key + ".lead", "time", reader.when(reminder.promised()));
        var isReport = switch (reminder.step()) {
            case REPORT_SOON, REPORT_NOW, REPORT_OVERDUE -> true;
            case SOON, NOW, OVERDUE, HOLDING -> false;
        };
        return new Body(
                phrases.get(key),
                State.UNKNOWN,
                reminder.title(),
                lead,
                lead,
                List.of(),
                new Link(phrases.get(isReport ? "mail.reminder.write" : "mail.reminder.open"), links.subject()));
    }
}
