package dev.allclear.channels.email;

import dev.allclear.channels.email.SmtpReply.Stage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One open conversation with the mail server. Serves one mail at a time.
final class SmtpConnection {

    private final Session session;
    private final Line line;
    private int mails;
    private Instant lastUsed;

    private SmtpConnection(Session session, Line line, Instant now) {
        this.session = session;
        this.line = line;
        this.lastUsed = now;
    }

    /// @throws MessagingException when the server can't be reached, doesn't greet us, or doesn't know us
    static SmtpConnection open(Session session, SmtpSettings settings, Instant now) throws MessagingException {
        var line = new Line(session);
        line.connect(
                settings.host(),
                settings.port(),
                settings.credentials().map(SmtpSettings.Credentials::user).orElse(null),
                settings.credentials().map(SmtpSettings.Credentials::password).orElse(null));
        return new SmtpConnection(session, line, now);
    }

    SmtpReply send(WrittenMail mail, Instant now) {
        mails++;
        lastUsed = now;
        try {
            line.sendMessage(
                    new Carried(session, mail),
                    new Address[] {new InternetAddress(mail.to().value(), false)});
            return line.verdict("no answer");
        } catch (MessagingException failed) {
            return line.verdict(reason(failed));
        } catch (IllegalStateException closed) {
            return new SmtpReply(Stage.SENDER, SmtpReply.NONE, "the connection was closed");
        }
    }

    static String reason(MessagingException failed) {
        var said = Objects.requireNonNullElse(failed.getMessage(), "no reason given");
        var cause = failed.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == null ? said : said + " (" + cause.getMessage() + ")";
    }

    int mails() {
        return mails;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void close() {
        try {
            line.close();
        } catch (MessagingException alreadyGone) {
            // It was to be closed, and it is.
        }
    }

    /// The conversation, listening for the first answer that decides what becomes of a mail. Exceptions alone don't
    /// tell: a server that refuses and hangs up leaves only the broken pipe to be seen.
    private static final class Line extends SMTPTransport {

        private Stage stage = Stage.CONNECTION;
        private @Nullable SmtpReply decided;

        Line(Session session) {
            super(session, null);
        }

        SmtpReply verdict(String otherwise) {
            return decided == null ? new SmtpReply(stage, SmtpReply.NONE, otherwise) : decided;
        }

        @Override
        protected void mailFrom() throws MessagingException {
            stage = Stage.SENDER;
            decided = null;
            super.mailFrom();
        }

        @Override
        protected void rcptTo() throws MessagingException {
            stage = Stage.RECIPIENT;
            super.rcptTo();
        }

        @Override
        protected OutputStream data() throws MessagingException {
            stage = Stage.CONTENT;
            return super.data();
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            stage = Stage.END;
            super.finishData();
        }

        @Override
        protected int readServerResponse() throws MessagingException {
            var code = super.readServerResponse();
            if (decided == null && stage != Stage.CONNECTION && (stage == Stage.END || code >= 400 || code < 200)) {
                var text = Objects.requireNonNullElse(getLastServerResponse(), "");
                decided = new SmtpReply(stage, code, code < 200 ? "the connection was closed" : text);
            }
            return code;
        }
    }

    /// A message that is already written: Angus only carries it.
    private static final class Carried extends MimeMessage {

        private final WrittenMail mail;

        Carried(Session session, WrittenMail mail) {
            super(session);
            this.mail = mail;
        }

        @Override
        public Address[] getFrom() throws MessagingException {
            return new Address[] {new InternetAddress(mail.from().value(), false)};
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
            out.write(mail.bytes());
        }
    }
}
