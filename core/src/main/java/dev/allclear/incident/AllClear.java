package dev.allclear.incident;

import dev.allclear.Text;
import java.time.LocalDate;
import java.util.Optional;

/// What an all-clear answers, one by one, beside its text. When service was back stands with the update itself.
///
/// @param worksAgain what works again, as a clause: `card payments work again`
/// @param reason what it was, or what ended it, in plain words
/// @param leftovers what is left over; empty for nothing
public record AllClear(String worksAgain, String reason, Optional<String> leftovers, Next next) {

    public static final int CLAUSE_LIMIT = 200;
    public static final int TEXT_LIMIT = 1_000;

    /// What comes next.
    public sealed interface Next {

        /// @param by the last day on which our report appears
        record Report(LocalDate by) implements Next {}

        /// Nothing but our thanks.
        record Thanks() implements Next {}

        record Nothing() implements Next {}
    }

    public AllClear {
        worksAgain = Text.line("worksAgain", worksAgain, CLAUSE_LIMIT);
        reason = Text.prose("reason", reason, TEXT_LIMIT);
        leftovers = leftovers.map(text -> Text.prose("leftovers", text, TEXT_LIMIT));
    }
}
