package dev.allclear.desk.console.catalogue;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import dev.allclear.status.Component;
import dev.allclear.status.State;
import java.util.List;
import java.util.Optional;

/// The screen of one component.
///
/// @param known empty for a new one
public record ComponentView(
        Frame frame, Optional<Known> known, Form form, long version, List<Option> groups, List<Option> regions) {

    /// What is true of a component that is there already.
    ///
    /// @param where the groups that it stands in, as words
    /// @param hand what was set by hand, by cell
    /// @param holding titles of open incidents that hold it in a state
    public record Known(Component component, State state, String where, List<Row> hand, List<String> holding) {
        public String path() {
            return "/desk/components/" + component.id().value();
        }
    }

    /// One question of the form for states by hand.
    public record Row(String field, String name, State value) {}

    /// The states to choose from.
    public List<State> states() {
        return HandStates.CHOICES;
    }

    public String title() {
        return known.map(one -> one.component().name()).orElse("Add a component");
    }
}
