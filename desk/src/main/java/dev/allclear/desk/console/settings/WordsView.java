package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Coaching;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.web.Form;

/// A company's own words, as a form.
///
/// @param tried what they find in the sentence to try them on
public record WordsView(Frame frame, Form form, long version, Tried tried) {

    /// What the words as they stand in the form find in a sentence.
    ///
    /// @param sentence in one line; empty while there is nothing to try
    public record Tried(Coaching coaching, String sentence) {
        static final Tried NOTHING = new Tried(Coaching.SILENT, "");
    }
}
