package dev.allclear.coach;

import java.util.List;

/// What the rules found in one message. It is never a verdict that the message is good.
///
/// @param findings the weightiest first
/// @param first whether this is the first message of an incident, which nothing may hold up
public record Review(List<Finding> findings, Checked checked, boolean first) {

    private static final int SHOWN_FIRST = 3;

    public Review {
        findings = List.copyOf(findings);
    }

    /// What was looked at, and what was not.
    ///
    /// @param language the language by whose rules it was read, as given or guessed
    /// @param byLanguage false when only the language-neutral rules ran, since there are none for this language
    /// @param rules the ids of the rules that ran
    /// @param sentence all of this as one sentence for the author
    public record Checked(String language, boolean byLanguage, List<String> rules, String sentence) {}

    /// What to show now: all, but at most the three weightiest for the first message of an incident.
    public List<Finding> shownFirst() {
        return first ? findings.subList(0, Math.min(SHOWN_FIRST, findings.size())) : findings;
    }

    /// Whether something must be repaired, or overridden with a reason, before it is sent.
    public boolean blocks() {
        return findings.stream().anyMatch(it -> it.weight() == Weight.ERROR);
    }

    /// The ids of the rules that found something, each once.
    public List<String> flags() {
        return findings.stream().map(Finding::rule).distinct().toList();
    }
}
