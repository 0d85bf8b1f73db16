package dev.allclear.desk.console.playbooks;

import dev.allclear.desk.console.Filter;
import dev.allclear.desk.console.Frame;
import java.util.List;

/// All playbooks of a page, in one language.
///
/// @param query what is searched for; may be empty
/// @param mayEdit whether this person writes them
public record ListView(
        Frame frame, String language, String query, List<Filter> filters, List<Row> rows, boolean mayEdit) {

    /// One playbook.
    ///
    /// @param source who wrote it: we, or the company
    public record Row(String path, String name, String whenToUse, String kind, String severity, String source) {}
}
