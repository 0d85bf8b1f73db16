package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.playbooks.Prompt;
import java.util.List;
import java.util.Map;

/// The playbook that a new incident is told from, as the form shows it.
///
/// @param needed without these there is no message
/// @param more what makes it better, where it is known
/// @param lacks a sentence for each field that is still missing
public record PreparedView(
        String slug, String name, String whenToUse, List<Prompt> needed, List<Prompt> more, Map<String, String> lacks) {

    /// Empty where nothing is missing.
    public String lack(String field) {
        return lacks.getOrDefault(field, "");
    }
}
