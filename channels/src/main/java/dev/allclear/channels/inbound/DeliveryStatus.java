package dev.allclear.channels.inbound;

import dev.allclear.Refused;
import dev.allclear.audience.EmailAddress;
import dev.allclear.returns.Cause;
import dev.allclear.returns.Returned;
import dev.allclear.returns.ServerWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a report on a delivery (RFC 3464, and RFC 6533 for addresses in any alphabet).
final class DeliveryStatus {

    private static final int MOST_RECIPIENTS = 100;

    private DeliveryStatus() {}

    /// @param report the body of `message/delivery-status`
    static Returned read(String report) {
        var recipients = recipients(report);
        if (recipients.isEmpty()) {
            return new Returned.Unreadable("a delivery report that names no recipient");
        }
        var failures = recipients.stream().flatMap(one -> failure(one).stream()).toList();
        return failures.isEmpty()
                ? new Returned.Ignored("nothing failed: " + ServerWords.cleaned(action(recipients.getFirst())))
                : new Returned.Bounced(failures);
    }

    /// Blocks between empty lines; the first is about the mail as a whole. Some leave the empty lines out.
    private static List<HeaderFields> recipients(String report) {
        var blocks = new ArrayList<HeaderFields>();
        var block = new StringBuilder();
        var hasRecipient = false;
        for (var line : report.lines().limit(20_000).toList()) {
            var names = line.regionMatches(true, 0, "Final-Recipient:", 0, 16);
            if (line.isBlank() || (names && hasRecipient)) {
                blocks.add(HeaderFields.read(block.toString()));
                block.setLength(0);
                hasRecipient = false;
            }
            hasRecipient |= names;
            block.append(line).append('\n');
        }
        blocks.add(HeaderFields.read(block.toString()));
        return blocks.stream()
                .filter(one -> one.first("final-recipient").isPresent()
                        || one.first("action").isPresent())
                .limit(MOST_RECIPIENTS)
                .toList();
    }

    private static Optional<Returned.Failure> failure(HeaderFields recipient) {
        var said = recipient.get("diagnostic-code");
        var words = said.replaceFirst("^[A-Za-z0-9-]{1,20} *; *", "");
        var status = StatusCodes.of(recipient.get("status"), words);
        if (!hasFailed(recipient, status)) {
            return Optional.empty();
        }
        var known = status.orElse("5.0.0");
        return Optional.of(
                new Returned.Failure(addresses(recipient), Cause.of(known, words), known, ServerWords.cleaned(words)));
    }

    /// `delayed`, `delivered`, `relayed` and `expanded` are no failure, whatever status stands beside them.
    private static boolean hasFailed(HeaderFields recipient, Optional<String> status) {
        return switch (action(recipient)) {
            case "failed" -> status.filter(one -> one.startsWith("2")).isEmpty();
            case "" ->
                StatusCodes.of(recipient.get("status"), "")
                        .filter(one -> one.startsWith("5"))
                        .isPresent();
            default -> false;
        };
    }

    private static String action(HeaderFields recipient) {
        var written = recipient.get("action").strip().toLowerCase(Locale.ROOT);
        var end = written.indexOf(' ');
        return end < 0 ? written : written.substring(0, end);
    }

    private static List<EmailAddress> addresses(HeaderFields recipient) {
        return Stream.of("original-recipient", "final-recipient")
                .flatMap(name -> address(recipient.get(name)).stream())
                .distinct()
                .toList();
    }

    /// `rfc822; ada@example.com`, with or without brackets.
    private static Optional<EmailAddress> address(String written) {
        var plain = written.substring(written.indexOf(';') + 1).strip();
        var bare = plain.startsWith("<") && plain.endsWith(">") ? plain.substring(1, plain.length() - 1) : plain;
        try {
            return Optional.of(EmailAddress.parse(bare));
        } catch (Refused.Invalid unreadable) {
            return Optional.empty();
        }
    }
}
