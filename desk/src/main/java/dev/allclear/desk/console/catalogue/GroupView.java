package dev.allclear.desk.console.catalogue;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import dev.allclear.status.Group;
import dev.allclear.status.State;
import java.util.List;
import java.util.Optional;

/// The screen of one group.
///
/// @param known empty for a new one
/// @param parents where it can stand
public record GroupView(Frame frame, Optional<Known> known, Form form, long version, List<Option> parents) {

    /// What is true of a group that is there already.
    ///
    /// @param holds what is in it, in words
    /// @param removal what becomes of that when the group goes
    public record Known(Group group, State state, String holds, String removal) {
        public String path() {
            return "/desk/groups/" + group.id().value();
        }
    }

    public String title() {
        return known.map(one -> one.group().name()).orElse("Add a group");
    }
}
