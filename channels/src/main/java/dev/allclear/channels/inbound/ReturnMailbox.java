package dev.allclear.channels.inbound;

import dev.allclear.Refused;
import dev.allclear.Wake;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;

/// Looks after mail that comes back into an IMAP mailbox: reads what was not seen yet, and marks it as seen once its
/// consequence is committed. What makes no sense to us is flagged as well, for people to look at; nothing is deleted.
public final class ReturnMailbox implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ReturnMailbox.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final String PATIENCE = "20000";
    private static final int PORTION = 200;

    private final MailboxSettings settings;
    private final Intake intake;
    private final Wake wake = new Wake();
    private final Thread loop =
            Thread.ofVirtual().name("mailbox of returned mail").unstarted(this::loop);
    private volatile boolean closed;
    private volatile Optional<String> trouble = Optional.empty();

    public ReturnMailbox(MailboxSettings settings, Intake intake) {
        this.settings = settings;
        this.intake = intake;
    }

    public void start() {
        loop.start();
    }

    /// Why the mailbox could not be read at the last try.
    public Optional<String> trouble() {
        return trouble;
    }

    private void loop() {
        var pause = settings.every();
        while (!closed) {
            try {
                var read = look();
                trouble = Optional.empty();
                pause = read == PORTION ? Duration.ZERO : settings.every();
            } catch (MessagingException | IOException | RuntimeException away) {
                pause = longer(pause);
                stumbled(away, pause);
            }
            try {
                wake.sleep(pause);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Duration longer(Duration pause) {
        var next = pause.compareTo(settings.every()) < 0 ? settings.every() : pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }

    /// Said once, not every few minutes for a weekend.
    private void stumbled(Exception away, Duration pause) {
        var why = String.valueOf(away.getMessage());
        if (!closed && !trouble.equals(Optional.of(why))) {
            LOG.log(
                    Level.WARNING,
                    "the mailbox " + settings + " of returned mail can't be read: " + why + "; trying again, next in "
                            + pause.toSeconds() + " s. Nothing in it is lost.");
        }
        trouble = Optional.of(why);
    }

    /// Reads a portion of what was not seen yet, past what has to wait for its own mail to be written down.
    ///
    /// @return of how many the consequence is committed
    int look() throws MessagingException, IOException {
        try (var store = Session.getInstance(properties()).getStore(protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder);
            }
        }
    }

    private int read(Folder folder) throws MessagingException, IOException {
        var unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var done = 0;
        for (var at = 0; at < unseen.length && done < PORTION && !closed; at++) {
            var kind = read(unseen[at]);
            if (kind != Intake.Kind.NOT_YET) {
                mark(unseen[at], kind);
                done++;
            }
        }
        return done;
    }

    private Intake.Kind read(Message message) throws MessagingException, IOException {
        if (message.getSize() > ReturnReader.LONGEST) {
            return Intake.Kind.UNREADABLE;
        }
        try {
            return intake.take(bytes((IMAPMessage) message), Optional.empty());
        } catch (Refused refused) {
            // It would be refused tomorrow as well, and those behind it would wait.
            return Intake.Kind.UNREADABLE;
        }
    }

    private static void mark(Message message, Intake.Kind kind) throws MessagingException {
        if (kind == Intake.Kind.UNREADABLE || kind == Intake.Kind.UNSIGNED) {
            message.setFlag(Flags.Flag.FLAGGED, true);
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    /// One byte more than we read, so that what is larger than it said is seen to be.
    private static byte[] bytes(IMAPMessage message) throws MessagingException, IOException {
        try (var in = message.getMimeStream()) {
            return in.readNBytes(ReturnReader.LONGEST + 1);
        }
    }

    private String protocol() {
        return settings.encryption() == MailboxSettings.Encryption.IMPLICIT ? "imaps" : "imap";
    }

    private Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + protocol() + ".";
        properties.put(prefix + "connectiontimeout", PATIENCE);
        properties.put(prefix + "timeout", PATIENCE);
        properties.put(prefix + "writetimeout", PATIENCE);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        var starttls = Boolean.toString(settings.encryption() == MailboxSettings.Encryption.STARTTLS);
        properties.put(prefix + "starttls.enable", starttls);
        properties.put(prefix + "starttls.required", starttls);
        // Looking leaves the mark to us.
        properties.put(prefix + "peek", "true");
        return properties;
    }

    @Override
    public void close() {
        closed = true;
        wake.up();
        try {
            if (loop.isAlive() && !loop.join(Duration.ofSeconds(2))) {
                loop.interrupt();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
