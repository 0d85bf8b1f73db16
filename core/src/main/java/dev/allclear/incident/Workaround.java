package dev.allclear.incident;

import dev.allclear.Text;

/// What customers can do meanwhile. "None yet" is said aloud, so that nobody has to search for it.
public sealed interface Workaround {

    /// @param text Markdown
    record Given(String text) implements Workaround {
        public Given {
            text = Text.prose("workaround", text, 2_000);
        }
    }

    record NoneYet() implements Workaround {}

    record NotNeeded() implements Workaround {}
}
