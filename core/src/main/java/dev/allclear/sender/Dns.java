package dev.allclear.sender;

import java.util.List;

/// What stands in DNS.
public interface Dns {

    /// What can be asked for.
    enum Kind {
        TXT,
        MX,
        A,
        AAAA,
        PTR
    }

    /// What came of a question.
    sealed interface Reply {

        /// @param values the strings of a TXT record as one; names without the last dot; MX as `10 mail.example.com`
        record Found(List<String> values) implements Reply {}

        /// There is nothing of that kind.
        record None() implements Reply {}

        /// @param why in words
        record Unanswered(String why) implements Reply {}
    }

    /// Takes seconds at most.
    Reply ask(String name, Kind kind);
}
