package dev.allclear.returns;

import dev.allclear.audience.EmailAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a mail that came back to us says.
public sealed interface Returned {

    /// A mail could not be delivered (RFC 3464).
    ///
    /// @param failures at least one: a report may speak of several recipients
    record Bounced(List<Failure> failures) implements Returned {

        public Bounced {
            failures = List.copyOf(failures);
        }

        /// What it says about the address that we wrote to. A list or an alias hands mail on under our name: when one
        /// of those behind it is gone, the address itself still works, so that counts as passing.
        public Failure about(EmailAddress address) {
            return failures.stream()
                    .filter(one -> names(one, address))
                    .findFirst()
                    .orElseGet(this::mildest);
        }

        private static boolean names(Failure failure, EmailAddress address) {
            return failure.recipients().stream().anyMatch(one -> one.key().equals(address.key()));
        }

        private Failure mildest() {
            var one =
                    failures.stream().max(Comparator.comparing(Failure::cause)).orElseThrow();
            return one.recipients().isEmpty() || one.cause() != Cause.MAILBOX_GONE
                    ? one
                    : new Failure(one.recipients(), Cause.FOR_NOW, one.status(), one.text());
        }
    }

    /// A mail could not be delivered to one recipient.
    ///
    /// @param recipients the original one and the final one, as far as they are named
    /// @param status `5.1.1` (RFC 3463)
    /// @param text what the server said, cleaned: one short line without addresses
    record Failure(List<EmailAddress> recipients, Cause cause, String status, String text) {

        public Failure {
            recipients = List.copyOf(recipients);
        }
    }

    /// The reader called the mail spam (RFC 5965).
    ///
    /// @param about the mail, or its reader
    /// @param text what kind of report, and by whom: one short line
    record Complained(Ticket about, String text) implements Returned {}

    /// The reader wants no more mails.
    record Leave() implements Returned {}

    /// Nothing follows from it: an out-of-office answer, a delay, a receipt.
    record Ignored(String why) implements Returned {}

    /// It makes no sense to us.
    record Unreadable(String why) implements Returned {}

    /// The address behind the mail, where a report names it nowhere else.
    default Optional<Ticket> ticket() {
        return this instanceof Complained(var about, var _) ? Optional.of(about) : Optional.empty();
    }
}
