package dev.allclear.channels.email;

import dev.allclear.delivery.KeptMails;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// Reads a kept mail back as a mail program would.
final class KeptFile {

    private KeptFile() {}

    /// @return empty when it isn't a mail as we write them
    static Optional<KeptMails.Mail> parse(String name, byte[] bytes) throws IOException {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            if (!(message.getContent() instanceof Multipart parts) || message.getSentDate() == null) {
                return Optional.empty();
            }
            var summary = new KeptMails.Summary(
                    name,
                    message.getSentDate().toInstant(),
                    message.getRecipients(RecipientType.TO)[0].toString(),
                    Objects.requireNonNullElse(message.getSubject(), ""));
            return Optional.of(
                    new KeptMails.Mail(summary, headers(bytes), body(parts, "text/plain"), body(parts, "text/html")));
        } catch (MessagingException notOurs) {
            return Optional.empty();
        }
    }

    private static String headers(byte[] bytes) {
        var all = new String(bytes, StandardCharsets.US_ASCII);
        var end = all.indexOf("\r\n\r\n");
        return end < 0 ? all : all.substring(0, end);
    }

    /// The first part of that type, at any depth: what goes with a mail stands beside its text.
    private static String body(Multipart parts, String type) throws MessagingException, IOException {
        for (var i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString().replace("\r\n", "\n");
            }
            if (part.getContent() instanceof Multipart inner) {
                return body(inner, type);
            }
        }
        return "";
    }
}
