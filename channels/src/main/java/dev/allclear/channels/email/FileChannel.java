package dev.allclear.channels.email;

import dev.allclear.delivery.Channel;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps each mail as an `.eml` file while no mail server is set, so that it can be read in the desk or any mail
/// program.
///
/// A file's name is the time of the announcement and the delivery's id: sorted by name they are sorted by time, and a
/// mail that is sent again overwrites itself.
public final class FileChannel implements Channel, KeptMails {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".part";
    private static final Pattern NAME =
            Pattern.compile("[0-9]{8}T[0-9]{9}Z-[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64})?\\.eml");

    private final Path folder;
    private final MailWriter writer;

    /// @param folder is made when it isn't there
    public FileChannel(Path folder, MailWriter writer) {
        this.folder = folder;
        this.writer = writer;
        try {
            Files.createDirectories(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public Outcome send(Letter letter) {
        var name = TIME.format(letter.at()) + "-" + letter.id().value() + ".eml";
        try {
            keep(name, writer.write(letter));
            return new Outcome.Accepted(RECEIPT + name + ", since no mail server is set.");
        } catch (UnsafeHeader unsafe) {
            return new Outcome.Rejected(unsafe.why());
        } catch (IOException unwritable) {
            return new Outcome.Deferred("It can't be kept as a file: " + unwritable, Optional.empty());
        }
    }

    /// Better twice than lost: the bytes are on the disk before the name is, and the name before we say so.
    private void keep(String name, WrittenMail mail) throws IOException {
        var temporary = folder.resolve(name + UNFINISHED);
        try (var file = java.nio.channels.FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(mail.bytes());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(
                temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var entries = java.nio.channels.FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    @Override
    public List<Summary> list(int limit) {
        return names().filter(FileChannel::isName)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .flatMap(name -> read(name).map(Mail::summary).stream())
                .toList();
    }

    private Stream<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// Only names of the form that we give are looked for, so no name leads out of the folder.
    @Override
    public Optional<Mail> read(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        try {
            return KeptFile.parse(name, Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<DeliveryId> deliveries() {
        return names().flatMap(name -> deliveryOf(name).stream()).distinct().toList();
    }

    /// What was being written when the process ended holds an address too.
    private static Optional<DeliveryId> deliveryOf(String file) {
        var name = file.endsWith(UNFINISHED) ? file.substring(0, file.length() - UNFINISHED.length()) : file;
        return isName(name) ? KeptMails.deliveryOf(name) : Optional.empty();
    }

    @Override
    public void delete(Collection<DeliveryId> deliveries) {
        var gone = Set.copyOf(deliveries);
        try {
            for (var file : names().toList()) {
                if (deliveryOf(file).filter(gone::contains).isPresent()) {
                    Files.deleteIfExists(folder.resolve(file));
                }
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
