package dev.allclear.desk.console.incidents.preview;

import dev.allclear.desk.console.Coaching;
import java.util.List;

/// One shape of what is being written, as its reader will see it.
///
/// @param key as in field names: `sms`
/// @param tab under which tab it stands: `mail`, `sms`, `posts`, `chat` or `voice`
/// @param waiting why there is nothing to see yet; empty where there is
/// @param lines what the reader gets
/// @param ours the body that we made, for whoever wants to begin with it
/// @param isOwn whether the author wrote it
/// @param isOlder whether the text has changed since they did
/// @param basis for the hidden field, see `Basis`
/// @param counts how long it is, in words
/// @param faults what is wrong with it, in words
/// @param leftOut what there was no room for, in words; empty for nothing
/// @param notes what the coach says of the author's own text
public record ShapeView(
        String key,
        String tab,
        String name,
        boolean hasHeadline,
        String language,
        String waiting,
        String headline,
        List<String> lines,
        String oursHeadline,
        String ours,
        boolean isOwn,
        boolean isOlder,
        String basis,
        List<Count> counts,
        List<String> faults,
        String leftOut,
        List<Coaching.Note> notes) {

    /// How long it is in one unit.
    ///
    /// @param over whether the channel would cut or refuse it
    public record Count(String words, boolean over) {}
}
