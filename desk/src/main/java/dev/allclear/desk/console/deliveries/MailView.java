package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.console.Frame;

/// One mail that was kept as a file.
///
/// @param html where the mail as its reader sees it stands by itself
public record MailView(Frame frame, String title, KeptMails.Mail mail, String html) {

    public boolean hasHtml() {
        return !mail.html().isEmpty();
    }
}
