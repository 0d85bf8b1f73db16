package dev.allclear.desk.console.people;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.Words;
import dev.allclear.desk.web.Form;
import dev.allclear.people.Account;
import dev.allclear.people.Role;
import java.util.List;
import java.util.Optional;

/// Who works on this page, and the form for one more.
///
/// @param given what was just given to somebody
public record PeopleView(Frame frame, Form form, List<Account> people, Optional<Given> given) {

    static final List<Option> ROLES = List.of(
            new Option("owner", "Owner", "Everything, also people and settings"),
            new Option("publisher", "Publisher", "Publishes and mails"),
            new Option("drafter", "Drafter", "Writes drafts that a publisher sends"),
            new Option("viewer", "Viewer", "Reads along"));

    /// @param link shown this once
    /// @param joins whether they have an account because of another page, and have yet to accept
    public record Given(String name, String link, boolean joins) {}

    public List<Column> columns() {
        return List.of(Column.of("Name"), Column.of("Role"), new Column("Since", "opt"));
    }

    public List<Filter> tabs() {
        return List.of(
                new Filter(frame.link("/desk/people"), "People", "", true),
                new Filter(frame.link("/desk/keys"), "API keys", "", false));
    }

    public List<Option> roles() {
        return ROLES;
    }

    public String role(Account account) {
        return Words.capital(
                account.roles().getOrDefault(frame.page().id(), Role.VIEWER).key());
    }

    public boolean isMe(Account account) {
        return account.id().equals(frame.account().id());
    }
}
