package dev.allclear.channels.email;

import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.time.InstantSource;
import java.util.Optional;

/// Sends letters as mail through the operator's mail server.
public final class SmtpChannel implements Channel, AutoCloseable {

    private final MailWriter writer;
    private final SmtpPool pool;

    public SmtpChannel(SmtpSettings settings, MailWriter writer, InstantSource clock) {
        this.writer = writer;
        this.pool = new SmtpPool(settings, writer.sender().domain(), clock);
    }

    @Override
    public Outcome send(Letter letter) {
        try {
            return pool.send(writer.write(letter)).outcome();
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
