package dev.allclear.channels.email;

import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.time.InstantSource;
import java.util.Optional;

/// Sends letters as mail through one of the operator's mail servers.
public final class SmtpChannel implements Channel, AutoCloseable {

    private final SmtpSettings settings;
    private final MailWriter writer;
    private final SmtpPool pool;

    public SmtpChannel(SmtpSettings settings, MailWriter writer, InstantSource clock) {
        this(settings, writer, Patience.USUAL, clock);
    }

    SmtpChannel(SmtpSettings settings, MailWriter writer, Patience patience, InstantSource clock) {
        this.settings = settings;
        this.writer = writer;
        this.pool = new SmtpPool(settings, writer.sender().domain(), patience, clock);
    }

    /// The mail server's host and port.
    public String name() {
        return settings.name();
    }

    @Override
    public Outcome send(Letter letter) {
        try {
            return pool.send(writer.write(letter));
        } catch (UnsafeHeader unsafe) {
            return new Outcome.Rejected(unsafe.why());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.Deferred("We were stopped before it could be sent.", Optional.empty());
        }
    }

    /// Says goodbye to the server. Mails on their way are finished; later ones are deferred.
    @Override
    public void close() {
        pool.close();
    }
}
