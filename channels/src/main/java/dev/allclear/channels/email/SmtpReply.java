package dev.allclear.channels.email;

import dev.allclear.delivery.Outcome;
import dev.allclear.returns.Cause;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.regex.Pattern;

/// What a mail server said to one mail, or that it said nothing: the one table from SMTP to outcomes.
///
/// @param code of RFC 5321; `NONE` when the connection broke instead, `SILENCE` when the server let us wait too long
/// @param text the answer with its code, or why there is none, in one line
record SmtpReply(Stage stage, int code, String text) {

    static final int NONE = -1;
    static final int SILENCE = -2;

    static final int GO_AHEAD = 354;
    static final int CLOSING = 421;
    private static final int TOO_BIG = 552;

    /// How far the conversation had come.
    enum Stage {
        /// Getting through, encrypting, signing in: nothing here is about one mail.
        CONNECTION,
        SENDER,
        RECIPIENT,
        CONTENT,
        /// All of the mail is written; whatever happens from here on, the server may have taken it.
        END
    }

    private static final int LONGEST = 300;

    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    /// RFC 3463 and the IANA registry: about this address or mailbox, and not just "something". What is final of it,
    /// `Cause` says, as it does of mails that come back.
    private static final Pattern OF_MAILBOX = Pattern.compile("5\\.[12]\\.[1-9]\\d{0,2}");

    /// Perhaps it is a name server that fails, ours or our relay's.
    private static final String NO_DOMAIN = "5.1.2";

    /// What servers without enhanced codes write when there is nobody of that name.
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)no such(?! (domain|host))|unknown (user|recipient|mailbox|address)|(user|recipient|mailbox|address|account)( \\S{1,320})? "
                    + "(is )?(unknown|not found|does ?n[o']t exist|not exist|disabled)|invalid (recipient|mailbox)|not a (valid|known)");

    SmtpReply {
        var line = LINE_ENDS.matcher(text.strip()).replaceAll(" ");
        text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /// No answer to a command.
    static SmtpReply none(Stage stage, IOException why) {
        return new SmtpReply(stage, why instanceof SocketTimeoutException ? SILENCE : NONE, reason(why));
    }

    /// @return what went wrong and what caused it, in one line
    static String reason(IOException failed) {
        var said = Objects.requireNonNullElse(
                failed.getMessage(), failed.getClass().getSimpleName());
        var root = root(failed).getMessage();
        return root == null || said.contains(root) ? said : said + " (" + root + ")";
    }

    private static Throwable root(Throwable failed) {
        var cause = failed.getCause();
        return cause == null ? failed : root(cause);
    }

    Outcome outcome() {
        return switch (stage) {
            // A closed door, a refused password or a suspended sender is our own trouble: the mail is good, so it must
            // not be lost over it, and with it a whole audience.
            case CONNECTION -> unavailable("The mail server can't be used: ");
            case SENDER -> bySender();
            case CONTENT -> byCode();
            case RECIPIENT, END -> isDeadAddress() ? new Outcome.Gone("The mail server says: " + text) : byCode();
        };
    }

    /// The sender of all mails is ours: only their size differs.
    private Outcome bySender() {
        if (code == TOO_BIG) {
            return byCode();
        }
        return unavailable(
                code >= 500
                        ? "The mail server refuses us as the sender: "
                        : code > 0 ? "The mail server says: " : "The mail server gave no answer: ");
    }

    private Outcome byCode() {
        return switch (code / 100) {
            case 2 -> new Outcome.Accepted(text);
            case 4 -> later("The mail server says: ");
            case 5 ->
                // Too many recipients, says RFC 5321, section 4.5.3.1.10, and wants to be understood as 452.
                (code == TOO_BIG && stage == Stage.RECIPIENT) || status().equals(NO_DOMAIN)
                        ? later("The mail server says: ")
                        : new Outcome.Rejected("The mail server says: " + text);
            default ->
                stage == Stage.END
                        ? new Outcome.Unknown("It is not known whether the mail server took it: " + text)
                        : later("The mail server gave no answer: ");
        };
    }

    private boolean isDeadAddress() {
        if (code < 500) {
            return false;
        }
        var status = status();
        if (!status.isEmpty()) {
            return OF_MAILBOX.matcher(status).matches() && Cause.of(status, text) == Cause.MAILBOX_GONE;
        }
        return stage == Stage.RECIPIENT
                && (code == 550 || code == 551 || code == 553)
                && NOBODY.matcher(text).find();
    }

    /// @return of RFC 3463; empty where the server gives none
    private String status() {
        var found = ENHANCED.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /// Did the connection turn out to be of no use before this mail was begun? Then another one may serve it.
    boolean isStaleConnection() {
        return (code == NONE || code == CLOSING) && (stage == Stage.SENDER || stage == Stage.RECIPIENT);
    }

    private Outcome later(String what) {
        return new Outcome.Deferred(what + text, RetryHint.in(text));
    }

    private Outcome unavailable(String what) {
        return new Outcome.Unavailable(what + text, RetryHint.in(text));
    }
}
