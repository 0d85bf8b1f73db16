package dev.allclear.desk.console.audience;

import dev.allclear.audience.Subscriber;
import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Subscribers, newest first.
///
/// @param wanted to what the list is narrowed
/// @param confirmed how many there are whom we may write to
/// @param found how many the narrowed list has, in words; empty for the whole
/// @param lost how many hear nothing because what they chose is gone
/// @param next where the list goes on
public record ListView(
        Frame frame,
        SelectionForm wanted,
        long confirmed,
        String found,
        long lost,
        List<Row> rows,
        List<Filter> standings,
        Selects selects,
        Optional<String> next) {

    /// @param choice what they hear of, in words
    public record Row(Subscriber subscriber, Standings standing, String choice, List<String> tags, String language) {
        public String path() {
            return "/desk/subscribers/" + subscriber.id().value();
        }
    }

    /// What there is to narrow the list by.
    public record Selects(List<Option> tags, List<Option> parts, List<Option> languages) {}

    public List<Column> columns() {
        return List.of(
                Column.of("Address"), Column.of("State"), new Column("Since", "opt"), new Column("Language", "opt"));
    }

    public Form form() {
        return SubscriberList.form(wanted);
    }

    public boolean isNarrowed() {
        return wanted.isNarrowed();
    }

    /// What the list is narrowed to, by field.
    public Map<String, String> said() {
        return wanted.said();
    }

    public String query() {
        return wanted.query();
    }

    public String search() {
        return wanted.q();
    }

    public String standing() {
        return wanted.standing();
    }

    public boolean showsLost() {
        return wanted.lost();
    }

    /// What can be done to all who were found.
    public static List<Option> acts() {
        return List.of(
                Option.of("tag", "Tag them"),
                Option.of("untag", "Take a tag off"),
                new Option("pause", "Pause", "they hear nothing until the day you name"),
                Option.of("resume", "End their pause"),
                new Option("widen", "Let them follow everything", "as many kinds of news as before"),
                new Option("remove", "Stop writing to them", "they are remembered as having left"));
    }

    public static List<Option> orAny(String any, List<Option> options) {
        return Stream.concat(Stream.of(Option.of("", any)), options.stream()).toList();
    }
}
