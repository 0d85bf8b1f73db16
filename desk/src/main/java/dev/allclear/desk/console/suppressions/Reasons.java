package dev.allclear.desk.console.suppressions;

import dev.allclear.suppression.Suppression;
import dev.allclear.suppression.Suppression.Reason;

/// Says in words why nothing is sent.
final class Reasons {

    private Reasons() {}

    static String label(Reason reason) {
        return switch (reason) {
            case BOUNCED -> "Mail came back";
            case COMPLAINED -> "Complained";
            case BY_HAND -> "By hand";
        };
    }

    static String whole(Suppression one) {
        return switch (one.reason()) {
            case BOUNCED -> "Mail to this address came back.";
            case COMPLAINED -> "The reader called a mail of ours spam, and was taken off the list.";
            case BY_HAND -> "Somebody at the desk decided it.";
        };
    }
}
