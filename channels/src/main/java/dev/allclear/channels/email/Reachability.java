package dev.allclear.channels.email;

import java.util.concurrent.atomic.AtomicBoolean;

/// Tells the log once that the mail server can't be used, and once that it can again: not for each mail that waits.
final class Reachability {

    private static final System.Logger LOG = System.getLogger(SmtpChannel.class.getName());

    private final String server;
    private final AtomicBoolean lost = new AtomicBoolean();

    Reachability(SmtpSettings settings) {
        this.server = settings.name();
    }

    void lost(String why) {
        if (lost.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The mail server " + server + " can't be used, so no mail goes out: " + why
                            + ". Mails wait and are tried again; check the server and ALLCLEAR_SMTP_URL.");
        }
    }

    void found() {
        if (lost.compareAndSet(true, false)) {
            LOG.log(System.Logger.Level.WARNING, "The mail server " + server + " works again; waiting mails go out.");
        }
    }
}
