package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.playbooks.Prompt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words that the playbook of an incident has ready for what is about to be said.
///
/// @param playbook its name
/// @param occasion for when they are: `identified`
/// @param words the text; empty while something is missing for it
/// @param prompts what it can tell beyond what is known of the incident
/// @param lacks a sentence for each field that is still missing
public record Offer(String playbook, String occasion, String words, List<Prompt> prompts, Map<String, String> lacks) {

    /// Empty where nothing is missing.
    public String lack(String field) {
        return lacks.getOrDefault(field, "");
    }

    /// Whether there is no text yet.
    public boolean isIncomplete() {
        return words.isEmpty();
    }

    /// For the script: what to put where.
    public Map<String, String> slots() {
        var slots = new HashMap<String, String>();
        slots.put("offer-words", words);
        slots.put("offer-occasion", occasion);
        lacks.forEach((field, lack) -> slots.put("lack-" + field, lack));
        return slots;
    }
}
