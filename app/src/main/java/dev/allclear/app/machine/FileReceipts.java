package dev.allclear.app.machine;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.engine.Receipts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Receipts as lines of two files that take turns: while one is written, what stands in the other gets written down.
///
/// A line is with the operating system when it was added, so that it survives the process. It need not survive the
/// machine, so nobody waits for the disk.
public final class FileReceipts implements Receipts, AutoCloseable {

    private static final long TURN = 256 * 1024;
    private static final int PARTS = 10;
    private static final Logger LOG = System.getLogger(FileReceipts.class.getName());

    private final Path[] files;
    private final FileChannel[] channels;
    private int current;
    private boolean turned;
    private boolean wasRead;
    private long before;

    private FileReceipts(Path[] files, FileChannel[] channels) {
        this.files = files;
        this.channels = channels;
    }

    /// @param folder that this process has for itself
    public static FileReceipts in(Path folder) {
        var files = new Path[] {folder.resolve("receipts-1.log"), folder.resolve("receipts-2.log")};
        try {
            var channels = new FileChannel[] {appending(files[0]), appending(files[1])};
            return new FileReceipts(files, channels);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static FileChannel appending(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    @Override
    public void add(Receipt receipt) {
        try {
            var line = ByteBuffer.wrap(line(receipt).getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channels[current].write(line);
            }
        } catch (IOException full) {
            // The mail is out whether or not we can note it; the database is told in a moment.
            LOG.log(Level.WARNING, "a receipt could not be kept in " + files[current], full);
        }
    }

    private static String line(Receipt receipt) {
        var one = receipt.delivery();
        var accepted = (Delivery.State.Accepted) one.state();
        return String.join(
                        "\t",
                        one.page().value(),
                        one.announcement().value(),
                        one.thread(),
                        one.subscriber().value(),
                        one.address().value(),
                        Integer.toString(one.attempts()),
                        Long.toString(receipt.portion()),
                        Long.toString(receipt.fence()),
                        Long.toString(accepted.at().toEpochMilli()),
                        accepted.receipt().replaceAll("[\\t\\r\\n]", " "))
                + "\n";
    }

    @Override
    public void turnOver() {
        try {
            before = channels[current].size();
            if (!turned && !wasRead && before > TURN) {
                turned = true;
                current = 1 - current;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void forget() {
        try {
            // What a process before this one left may stand in both.
            if (turned || wasRead) {
                channels[1 - current].truncate(0);
            }
            if (!turned && before > 0 && channels[current].size() == before) {
                channels[current].truncate(0);
            }
            turned = false;
            wasRead = false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public List<Receipt> left() {
        var left = Stream.of(files).flatMap(FileReceipts::read).toList();
        wasRead = true;
        return left;
    }

    /// A line that was cut off, by the end of the process or by a full disk, is none: whoever it was about is sent to
    /// once more. What it says stays out of the log.
    private static Stream<Receipt> read(Path file) {
        try {
            var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var receipts =
                    lines.stream().flatMap(line -> receipt(line).stream()).toList();
            if (receipts.size() < lines.size()) {
                LOG.log(
                        Level.WARNING,
                        "{0} receipts in {1} can''t be read and are left out",
                        lines.size() - receipts.size(),
                        file.getFileName());
            }
            return receipts.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Receipt> receipt(String line) {
        var parts = line.split("\t", -1);
        try {
            return parts.length == PARTS ? Optional.of(receipt(parts)) : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Receipt receipt(String... parts) {
        var state = new Delivery.State.Accepted(Instant.ofEpochMilli(Long.parseLong(parts[8])), parts[9]);
        return new Receipt(
                Long.parseLong(parts[6]),
                Long.parseLong(parts[7]),
                new Delivery(
                        new AnnouncementId(parts[1]),
                        new PageId(parts[0]),
                        parts[2],
                        new SubscriberId(parts[3]),
                        new EmailAddress(parts[4]),
                        Integer.parseInt(parts[5]),
                        state));
    }

    @Override
    public void close() {
        try {
            channels[0].close();
            channels[1].close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
