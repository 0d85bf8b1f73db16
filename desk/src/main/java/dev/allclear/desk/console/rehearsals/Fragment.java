package dev.allclear.desk.console.rehearsals;

import java.util.Map;

/// What the script puts into the form of a rehearsal while somebody types.
public record Fragment(Map<String, String> slots, Map<String, String> suggestions) {}
