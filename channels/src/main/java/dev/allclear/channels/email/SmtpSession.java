package dev.allclear.channels.email;

import jakarta.mail.Session;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/// Our settings in the words of Angus Mail.
final class SmtpSession {

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "60000";
    private static final String WRITE_MILLIS = "60000";

    private SmtpSession() {}

    /// @param ownName what we call ourselves to the server
    /// @param writeTimeouts ends writes that hang; shared, or every connection would start a thread for that
    static Session of(SmtpSettings settings, String ownName, ScheduledExecutorService writeTimeouts) {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", READ_MILLIS);
        properties.put("mail.smtp.writetimeout", WRITE_MILLIS);
        properties.put("mail.smtp.executor.writetimeout", writeTimeouts);
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.localhost", ownName);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(settings.credentials().isPresent()));
        // The default tries several ways one after the other, and servers count each as a wrong password.
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        encrypt(settings.encryption(), properties);
        return Session.getInstance(properties);
    }

    private static void encrypt(SmtpSettings.Encryption encryption, Properties properties) {
        switch (encryption) {
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case REQUIRED -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case OPPORTUNISTIC -> {
                properties.put("mail.smtp.starttls.enable", "true");
                // Encrypted to somebody unknown is better than not at all (RFC 7435), and what Postfix on this
                // machine offers with the certificate it made for itself.
                properties.put("mail.smtp.ssl.trust", "*");
            }
            case OFF -> properties.put("mail.smtp.starttls.enable", "false");
        }
        properties.put(
                "mail.smtp.ssl.checkserveridentity",
                Boolean.toString(encryption != SmtpSettings.Encryption.OPPORTUNISTIC));
    }
}
