package dev.allclear.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The public site as files on disk, one folder per page: only what changed is written, each file whole or not at all.
///
/// Works on a thread of its own: a slow or full disk holds up nobody who reads the page.
public final class SiteFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteFolder.class);

    private final Path root;
    private final Map<String, Site> waiting = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> written = new HashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("site-folder").factory());

    /// @param root holds one folder per page, named by its slug
    public SiteFolder(Path root) {
        this.root = root;
    }

    /// Returns at once. When several are waiting for the same page, only the last is written.
    void write(String slug, Site site) {
        if (waiting.put(slug, site) == null) {
            writer.execute(() -> writeWaiting(slug));
        }
    }

    private void writeWaiting(String slug) {
        var site = waiting.remove(slug);
        if (site == null) {
            return;
        }
        try {
            write(root.resolve(slug), site, written.computeIfAbsent(slug, _ -> new HashMap<>()));
        } catch (IOException full) {
            // The next publication tries again; what is served comes from memory.
            LOG.error("Could not write the site of {} to {}", slug, root, full);
        }
    }

    /// @param known what we wrote before, with its fingerprints; empty at first, when others may have left files
    private static void write(Path folder, Site site, Map<String, String> known) throws IOException {
        var paths = site.assets().stream().map(asset -> asset.file().path()).collect(Collectors.toSet());
        if (known.isEmpty()) {
            deleteOthers(folder, paths);
        }
        for (var asset : site.assets()) {
            var path = asset.file().path();
            if (!asset.fingerprint().equals(known.get(path))) {
                writeFile(folder.resolve(path.substring(1)), asset.file().body());
                known.put(path, asset.fingerprint());
            }
        }
        for (var gone :
                known.keySet().stream().filter(path -> !paths.contains(path)).toList()) {
            Files.deleteIfExists(folder.resolve(gone.substring(1)));
            known.remove(gone);
        }
    }

    private static void writeFile(Path file, byte[] body) throws IOException {
        if (holds(file, body)) {
            return;
        }
        Files.createDirectories(file.getParent());
        var beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.write(beside, body);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean holds(Path file, byte[] body) throws IOException {
        try {
            return Files.size(file) == body.length && Arrays.equals(Files.readAllBytes(file), body);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static void deleteOthers(Path folder, Set<String> paths) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!paths.contains("/" + folder.relativize(file).toString().replace('\\', '/'))) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Waits for what is being written.
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("Left the site folder unfinished; the next start completes it");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
