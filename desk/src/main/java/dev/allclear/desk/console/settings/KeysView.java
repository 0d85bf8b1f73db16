package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import dev.allclear.operation.KeyDesk.Created;
import dev.allclear.people.ApiKey;
import java.util.List;
import java.util.Optional;

/// The page's keys.
///
/// @param created the key that was just made, with its secret; shown this once
public record KeysView(Frame frame, Form form, List<ApiKey> keys, Optional<Created> created) {

    public List<Column> columns() {
        return List.of(
                Column.of("Key"), Column.of("Last used"), new Column("Works until", "opt"), new Column("", "num"));
    }

    public List<Filter> tabs() {
        return List.of(
                new Filter(frame.link("/desk/people"), "People", "", false),
                new Filter(frame.link("/desk/keys"), "API keys", "", true));
    }

    public List<Option> scopes() {
        return List.of(
                new Option("viewer", "Read", "everything that a viewer sees"),
                new Option("drafter", "Draft", "also writes drafts"),
                new Option("publisher", "Publish", "also declares, updates and mails; components and subscribers"),
                new Option("owner", "Own", "also people, keys and settings"));
    }

    public List<Option> expiries() {
        return List.of(
                Option.of("month", "In a month"),
                Option.of("year", "In a year"),
                Option.of("never", "Revoked by hand"));
    }

    public String may(ApiKey key) {
        return switch (key.scope()) {
            case VIEWER -> "Reads";
            case DRAFTER -> "Reads and drafts";
            case PUBLISHER -> "Reads, publishes and mails";
            case OWNER -> "May do everything";
        };
    }

    public boolean isValid(ApiKey key) {
        return key.isValid(frame.watch().now());
    }
}
