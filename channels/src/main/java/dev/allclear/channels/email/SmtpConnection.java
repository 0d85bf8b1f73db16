package dev.allclear.channels.email;

import dev.allclear.channels.email.SmtpReply.Stage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// One open conversation with the mail server. Serves one mail at a time.
///
/// A server that lets us (RFC 2920) is told sender, recipient and "here it comes" in one breath, so that a mail takes
/// two round trips instead of four.
final class SmtpConnection {

    private final SmtpWire wire;
    private final SmtpExtensions server;
    private final long largest;
    private Stage stage = Stage.SENDER;
    private boolean isHalfway;
    private boolean isUsable = true;
    private int mails;
    private Instant lastUsed;

    SmtpConnection(SmtpWire wire, SmtpExtensions server, Instant now) {
        this.wire = wire;
        this.server = server;
        this.largest = server.largest().orElse(Long.MAX_VALUE);
        this.lastUsed = now;
    }

    SmtpReply send(WrittenMail mail, Instant now) {
        var size = mail.bytes().length;
        if (size > largest) {
            return new SmtpReply(
                    Stage.CONTENT, 552, "552 the mail has " + size + " bytes, and the server does not take as many");
        }
        mails++;
        lastUsed = now;
        try {
            var refused = envelope(mail);
            return refused.isPresent() ? refused.get() : content(mail);
        } catch (IOException broken) {
            isUsable = false;
            return SmtpReply.none(stage, broken);
        }
    }

    private Optional<SmtpReply> envelope(WrittenMail mail) throws IOException {
        stage = Stage.SENDER;
        var from = "MAIL FROM:<" + mail.from().value() + ">";
        var sized = server.offers("SIZE") ? from + " SIZE=" + mail.bytes().length : from;
        var to = "RCPT TO:<" + mail.to().value() + ">";
        return server.offers("PIPELINING") ? atOnce(sized, to) : stepByStep(sized, to);
    }

    private Optional<SmtpReply> atOnce(String from, String to) throws IOException {
        if (isHalfway) {
            wire.put("RSET");
        }
        wire.put(from).put(to).put("DATA").flush();
        if (isHalfway) {
            wire.answer();
        }
        var refused = answered(Stage.SENDER);
        if (refused.isPresent()) {
            drop(2);
            return refused;
        }
        refused = answered(Stage.RECIPIENT);
        if (refused.isPresent()) {
            drop(1);
            return refused;
        }
        return answered(Stage.CONTENT);
    }

    /// What the server said to the rest of what it was told in the same breath. Whoever waits for the content of a mail
    /// for nobody, or has hung up after refusing it, is left alone.
    private void drop(int answers) {
        try {
            for (var i = 0; i < answers && isUsable; i++) {
                var code = wire.answer().code();
                isUsable = code != SmtpReply.GO_AHEAD && code != SmtpReply.CLOSING;
            }
        } catch (IOException hungUp) {
            isUsable = false;
        }
    }

    private Optional<SmtpReply> stepByStep(String from, String to) throws IOException {
        if (isHalfway) {
            wire.put("RSET").flush();
            wire.answer();
        }
        wire.put(from).flush();
        var refused = answered(Stage.SENDER);
        if (refused.isEmpty()) {
            wire.put(to).flush();
            refused = answered(Stage.RECIPIENT);
        }
        if (refused.isEmpty()) {
            wire.put("DATA").flush();
            refused = answered(Stage.CONTENT);
        }
        return refused;
    }

    /// @return empty when it goes on
    private Optional<SmtpReply> answered(Stage asked) throws IOException {
        stage = asked;
        var answer = wire.answer();
        var goesOn = asked == Stage.CONTENT ? answer.code() == SmtpReply.GO_AHEAD : answer.isPositive();
        return goesOn ? Optional.empty() : Optional.of(refusal(answer));
    }

    private SmtpReply content(WrittenMail mail) throws IOException {
        wire.putContent(mail.bytes()).flush();
        stage = Stage.END;
        var answer = wire.answer();
        isHalfway = false;
        return answer.isPositive() ? new SmtpReply(stage, answer.code(), answer.text()) : refusal(answer);
    }

    private SmtpReply refusal(SmtpAnswer answer) {
        isHalfway = true;
        isUsable = answer.code() != SmtpReply.CLOSING;
        return new SmtpReply(stage, answer.code(), answer.text());
    }

    /// Can the next mail go over it?
    boolean isUsable() {
        return isUsable;
    }

    int mails() {
        return mails;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    /// Says goodbye without waiting for the answer.
    void close() {
        try {
            if (isUsable) {
                wire.put("QUIT").flush();
            }
        } catch (IOException alreadyGone) {
            // It was to be closed, and it is.
        } finally {
            wire.close();
        }
    }
}
