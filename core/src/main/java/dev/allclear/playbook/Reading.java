package dev.allclear.playbook;

import java.util.List;

/// What comes of reading a playbook's text.
public sealed interface Reading {

    record Understood(Playbook playbook) implements Reading {}

    /// @param mistakes in the order of the text, never empty
    record Unclear(List<Mistake> mistakes) implements Reading {
        public Unclear {
            mistakes = List.copyOf(mistakes);
        }
    }
}
