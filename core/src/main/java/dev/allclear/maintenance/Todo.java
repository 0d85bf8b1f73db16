package dev.allclear.maintenance;

import dev.allclear.Text;

/// What customers have to do because of planned work.
public sealed interface Todo {

    /// Nobody has said yet.
    record Unsaid() implements Todo {}

    /// Nothing, and we say so.
    record Nothing() implements Todo {}

    /// @param text what to do and when: restart, reinstall, save before
    record Act(String text) implements Todo {
        public Act {
            text = Text.line("todo", text, 500);
        }
    }
}
