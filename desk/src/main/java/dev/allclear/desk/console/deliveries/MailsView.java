package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import java.util.List;

/// Mails kept as files, newest first.
///
/// @param isKept whether mails are kept as files; else a mail server takes them
public record MailsView(Frame frame, boolean isKept, String search, List<Row> rows, Portion portion) {

    /// @param kind what sort of mail it is: `Identified`, `All clear`, `Report`
    public record Row(KeptMails.Summary mail, String kind) {}

    public List<Column> columns() {
        return List.of(Column.of("Subject"), Column.of("To"), Column.of("Written"));
    }

    public List<Filter> tabs() {
        return Tabs.of(frame, "/desk/mails");
    }
}
