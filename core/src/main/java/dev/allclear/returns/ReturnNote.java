package dev.allclear.returns;

import dev.allclear.PageId;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.suppression.AddressMark;
import java.time.Instant;
import java.util.Locale;

/// That one delivery came back, and why; once for each reason.
///
/// @param status `5.1.1`; empty for a complaint
/// @param text what the other side said, without addresses
public record ReturnNote(
        PageId page, DeliveryId delivery, AddressMark mark, Kind kind, String status, String text, Instant at) {

    public enum Kind {
        MAILBOX_GONE,
        FOR_NOW,
        REFUSED_US,
        COMPLAINED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(Cause cause) {
            return switch (cause) {
                case MAILBOX_GONE -> MAILBOX_GONE;
                case FOR_NOW -> FOR_NOW;
                case REFUSED_US -> REFUSED_US;
            };
        }
    }

    public static ReturnNote of(
            PageId page, DeliveryId delivery, AddressMark mark, Returned.Failure failure, Instant at) {
        return new ReturnNote(page, delivery, mark, Kind.of(failure.cause()), failure.status(), failure.text(), at);
    }

    /// `5.1.1: user unknown`
    public String words() {
        return text.contains(status) ? text : text.isEmpty() ? status : status + ": " + text;
    }
}
