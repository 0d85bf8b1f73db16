package dev.allclear.desk.console.playbooks;

import java.util.List;

/// One thing that a playbook asks for, as a field of a form.
///
/// @param field its name in the form
/// @param needed whether there is no message without it
/// @param choices answers made ready; any other can be typed
public record Prompt(String field, String question, boolean needed, List<String> choices) {}
