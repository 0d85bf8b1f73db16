package dev.allclear.desk.console.people;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import dev.allclear.desk.web.Parameters;
import dev.allclear.people.Account;
import dev.allclear.people.Role;
import java.util.List;
import java.util.Map;

/// One of the people.
public record PersonView(Frame frame, Form form, Account account) {

    public String path() {
        return "/desk/people/" + account.id().value();
    }

    public boolean isMe() {
        return account.id().equals(frame.account().id());
    }

    public List<Option> roles() {
        return PeopleView.ROLES;
    }

    /// The form with the role as it is, unless another one was chosen.
    public Form shown() {
        var role = account.roles().getOrDefault(frame.page().id(), Role.VIEWER);
        return form.typed().has("role")
                ? form
                : new Form(Parameters.of(Map.of("role", List.of(role.key()))), form.faults());
    }
}
