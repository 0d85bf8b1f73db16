package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.Frame;
import java.util.List;

/// The playbooks from which an incident can be told.
///
/// @param said what is searched for; may be empty
/// @param found whether the list is what was searched for; else it is all there is
public record ChoosingView(Frame frame, String said, boolean found, List<Choice> choices, List<Open> open) {

    /// @param link to the form that follows it
    public record Choice(String name, String whenToUse, String link) {}

    /// An incident that is open already, and may be the very same.
    public record Open(String title, String link) {}
}
