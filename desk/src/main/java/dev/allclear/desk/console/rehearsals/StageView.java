package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.console.incidents.form.Picker;
import dev.allclear.desk.console.playbooks.Prompt;
import dev.allclear.desk.web.Form;
import dev.allclear.rehearsal.Rehearsal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A rehearsal that goes on.
///
/// @param played what its clock shows
/// @param due by when the next message is promised, as its clock will show it; empty while nothing is
/// @param prompts what the playbook asks for
/// @param words the playbook's words for what is chosen; empty while something is missing for them
/// @param lacks a sentence for each field that is still missing
/// @param sink what would have gone out, newest first
public record StageView(
        Frame frame,
        String path,
        Rehearsal rehearsal,
        String playbook,
        Instant played,
        String due,
        Form form,
        Picker picker,
        List<Prompt> prompts,
        List<Option> waits,
        String words,
        Map<String, String> lacks,
        List<TurnView> turns,
        List<Sunk> sink,
        boolean mayPlay) {

    public boolean isFirst() {
        return rehearsal.lines().isEmpty();
    }

    public String lack(String field) {
        return lacks.getOrDefault(field, "");
    }
}
