package dev.allclear.app.machine;

import dev.allclear.app.settings.WrongSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The folder in which everything is kept, held by one process at a time.
public final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder if need be and takes it for this process.
    ///
    /// @throws WrongSetting when it can't be written, or another process has it
    public static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new WrongSetting("The data folder " + folder
                        + " is in use by another Allclear; stop it, or choose another with --data.");
            }
            return new DataFolder(folder, channel, lock);
        } catch (IOException unwritable) {
            throw new WrongSetting("The data folder " + folder + " can't be written: " + unwritable.getMessage()
                    + ". Choose another with --data.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException mineAlready) {
            return null;
        }
    }

    public Path site() {
        return folder.resolve("site");
    }

    public Path outbox() {
        return folder.resolve("outbox");
    }

    /// What was sent by whoever had the folder before us, and what we send until the database knows it.
    public FileReceipts receipts() {
        return FileReceipts.in(folder);
    }

    /// The secret that signs links: made once, readable by the owner alone.
    public byte[] secret() {
        return secretIn(folder);
    }

    /// The same for a command beside a running server, which does not hold the folder.
    public static byte[] secretIn(Path folder) {
        var file = folder.resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                var temporary = Files.createTempFile(
                        folder,
                        "secret",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(temporary, HexFormat.of().formatHex(bytes));
                Files.move(temporary, file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new WrongSetting(
                    file
                            + " can't be used: it should hold 64 hexadecimal digits. Restore it from your backup: links in mails already sent depend on it.");
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
