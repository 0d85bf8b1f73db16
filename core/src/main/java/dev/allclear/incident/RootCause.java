package dev.allclear.incident;

import dev.allclear.Text;

/// What we know of the cause, and whether we may say it.
public sealed interface RootCause {

    record Unknown() implements RootCause {}

    record Suspected(String text) implements RootCause {
        public Suspected {
            text = Text.prose("cause", text, 2_000);
        }
    }

    record Confirmed(String text) implements RootCause {
        public Confirmed {
            text = Text.prose("cause", text, 2_000);
        }
    }

    /// Known to us, not for the public: security, law, a partner's affairs.
    record ConfirmedNotPublic() implements RootCause {}
}
