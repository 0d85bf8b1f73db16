package dev.allclear.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Material that may lie in a folder `shared` beside the project, never in it. Tests that want it say so when it is
/// missing, and skip.
public final class Shared {

    private Shared() {}

    /// @param name such as `hardening/unicode.jsonl`
    public static Optional<Path> file(String name) {
        var start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolveSibling("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }
}
