package dev.allclear.desk.console.audience;

import dev.allclear.audience.Subscriber;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Portion;
import java.util.List;

/// Subscribers, newest first.
///
/// @param search part of an address; empty for all
/// @param confirmed how many there are whom we may write to
public record ListView(Frame frame, String search, long confirmed, List<Row> rows, Portion portion) {

    /// @param choice what they hear of, in words
    public record Row(Subscriber subscriber, Standings standing, String choice, String language) {
        public String path() {
            return "/desk/subscribers/" + subscriber.id().value();
        }
    }

    public List<Column> columns() {
        return List.of(
                Column.of("Address"), Column.of("State"), new Column("Since", "opt"), new Column("Language", "opt"));
    }
}
