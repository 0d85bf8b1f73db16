package dev.allclear.desk.console.deliveries;

import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import java.util.List;

/// Announcements, newest first.
public record AnnouncementsView(Frame frame, List<Row> rows) {

    public record Row(Progress progress, Topic topic) {
        public String path() {
            return "/desk/announcements/" + progress.announcement().id().value();
        }
    }

    public List<Column> columns() {
        return List.of(Column.of("Announcement"), Column.of("Mails"), new Column("When", "opt"));
    }

    public List<Filter> tabs() {
        return Tabs.of(frame, "/desk/announcements");
    }
}
