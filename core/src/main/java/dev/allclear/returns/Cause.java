package dev.allclear.returns;

import java.util.Locale;
import java.util.regex.Pattern;

/// Why a mail came back, as far as it matters to us; the mildest last.
public enum Cause {
    /// There is no such mailbox any more.
    MAILBOX_GONE,
    /// It may be there again tomorrow: full, out of reach, too busy.
    FOR_NOW,
    /// They did not want it from us, or not this mail: our reputation or our mistake, and no fault of the reader.
    REFUSED_US;

    private static final Pattern POLICY = Pattern.compile(
            "\\b(spam\\w*|block(ed|list\\w*)|black ?list\\w*|rbl|dnsbl|spamhaus|reputation|policy|dmarc|dkim|spf|"
                    + "unsolicited|bulk|virus|malware|banned|ptr|reverse dns)\\b");
    private static final Pattern FULL = Pattern.compile("\\b(full|quota|over ?quota|storage|exceeded)\\b");

    /// @param status of RFC 3463: `5.1.1`
    /// @param said by the server, which is asked where the status leaves it open
    public static Cause of(String status, String said) {
        var words = said.substring(0, Math.min(said.length(), 1_000)).toLowerCase(Locale.ROOT);
        var parts = status.split("\\.", -1);
        var subject = parts.length == 3 ? parts[1] : "0";
        var detail = parts.length == 3 ? parts[2] : "0";
        if (subject.equals("7")) {
            return REFUSED_US;
        }
        if (!status.startsWith("5")) {
            return FOR_NOW;
        }
        return switch (subject) {
            case "1" -> address(detail);
            case "2" -> mailbox(detail, words);
            case "4" -> network(detail, words);
            // Content: about this one mail.
            case "6" -> REFUSED_US;
            case "3" -> system(detail, words);
            default -> fromWords(words);
        };
    }

    private static Cause address(String detail) {
        return switch (detail) {
            // Their domain is unknown: see 5.4.4.
            case "2" -> FOR_NOW;
            // It is the sender's address that they don't like.
            case "7", "8" -> REFUSED_US;
            default -> MAILBOX_GONE;
        };
    }

    private static Cause mailbox(String detail, String words) {
        return switch (detail) {
            // 5.2.2: full. Servers call that final, but mailboxes are emptied.
            case "2" -> FOR_NOW;
            case "3" -> REFUSED_US;
            default -> FULL.matcher(words).find() ? FOR_NOW : MAILBOX_GONE;
        };
    }

    private static Cause system(String detail, String words) {
        return switch (detail) {
            case "0" -> fromWords(words);
            // 5.3.4: the mail is too large for them.
            case "4" -> REFUSED_US;
            default -> FOR_NOW;
        };
    }

    private static Cause network(String detail, String words) {
        return switch (detail) {
            case "0" -> fromWords(words);
            // What Exchange Online says of who does not exist.
            case "1" -> MAILBOX_GONE;
            // 5.4.4, no such domain, is counted: on the day when it is our own name server that fails, nobody is struck
            // off.
            default -> FOR_NOW;
        };
    }

    /// 5.0.0, 5.3.0 and 5.5.0 mean as much as the words beside them.
    private static Cause fromWords(String words) {
        if (POLICY.matcher(words).find()) {
            return REFUSED_US;
        }
        if (FULL.matcher(words).find()) {
            return FOR_NOW;
        }
        return MAILBOX_GONE;
    }
}
