package dev.allclear.app.machine;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files with personal data that somebody asks for: made readable by whoever runs the program, and by nobody else.
public final class OwnFile {

    private OwnFile() {}

    /// One that is there already is written anew, and keeps the permissions that somebody gave it.
    public static Writer writer(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException there) {
            // As whoever made it wants it.
        } catch (UnsupportedOperationException notPosix) {
            // Made below, with the rights that the folder hands down.
        }
        return Files.newBufferedWriter(file);
    }
}
