package dev.allclear.channels.email;

import dev.allclear.language.Phrases;
import dev.allclear.status.State;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one mail says, before it becomes HTML and text: both are made from this, so both say the same in the same
/// order.
///
/// @param preview what inboxes show beside the subject
/// @param label what sort of news it is, above the title
/// @param mark the state by which the label is coloured
/// @param lead the news in one or two sentences; empty where the label has said it
/// @param footer why it was sent and how to stop it; empty where nobody has subscribed yet
record Composition(
        Phrases phrases,
        Masthead masthead,
        String subject,
        String preview,
        String label,
        State mark,
        String title,
        String lead,
        List<Section> sections,
        Link button,
        Optional<Footer> footer,
        Optional<Attachment> attachment) {

    /// All states that its parts have.
    Set<State> states() {
        var states = EnumSet.noneOf(State.class);
        for (var section : sections) {
            if (section instanceof Section.Parts(var _, var parts, var _)) {
                parts.forEach(part -> part.state().ifPresent(states::add));
            }
        }
        return states;
    }

    /// The page in whose name it comes.
    ///
    /// @param accent `#rrggbb`
    /// @param onAccent black or white, whichever reads better on it
    record Masthead(String page, URI address, String accent, String onAccent) {}

    record Link(String text, URI address) {}

    record Footer(String why, String zone, Link manage, Link unsubscribe) {}

    /// One part of the body; each knows nothing of the others.
    sealed interface Section {

        /// What operators wrote.
        record Prose(String label, Marked text) implements Section {}

        /// What we say ourselves.
        ///
        /// @param notes smaller, one below the other
        record Statement(String label, String text, List<String> notes) implements Section {}

        /// What is affected.
        ///
        /// @param more what was left out, in words; empty for nothing
        record Parts(String label, List<Part> parts, String more) implements Section {}

        /// When we speak again: the one sentence that nobody may overlook.
        record Promise(String text) implements Section {}
    }

    /// @param where the regions, with commas between them; empty for everywhere
    /// @param state empty where there is only one that it could be
    record Part(String name, String where, Optional<State> state) {}
}
