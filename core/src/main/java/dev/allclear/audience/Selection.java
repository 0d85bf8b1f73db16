package dev.allclear.audience;

import dev.allclear.language.Language;
import dev.allclear.status.ComponentId;
import dev.allclear.status.GroupId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which subscribers are meant: those for whom all of it holds.
///
/// @param text part of an address; with an @ in front, the beginning of a domain; empty for any
/// @param component chosen by itself, not as part of a group or of everything
/// @param choices whose parts and regions are those of one of these, whatever the kinds; empty for any
public record Selection(
        String text,
        Optional<State> state,
        Optional<Tag> tag,
        Optional<ComponentId> component,
        Optional<GroupId> group,
        Optional<Language> language,
        Optional<Set<Choice>> choices) {

    /// Where somebody stands, as the desk asks for it.
    public enum State {
        PENDING,
        CONFIRMED,
        /// Confirmed, and hearing nothing for a while.
        PAUSED,
        LEFT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Selection ALL = new Selection(
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Selection {
        text = text.strip().toLowerCase(Locale.ROOT);
        choices = choices.map(Set::copyOf);
    }

    public static Selection of(String text) {
        return ALL.with(text);
    }

    public Selection with(String part) {
        return new Selection(part, state, tag, component, group, language, choices);
    }

    public Selection with(State wanted) {
        return new Selection(text, Optional.of(wanted), tag, component, group, language, choices);
    }

    public Selection among(Set<Choice> wanted) {
        return new Selection(text, state, tag, component, group, language, Optional.of(wanted));
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
