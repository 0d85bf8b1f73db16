package dev.allclear.app.imports.cstate;

import dev.allclear.Refused;
import dev.allclear.app.imports.Finding;
import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A cState page as it lies on the disk: `config.yml` and `content/issues/*.md`. Nothing outside of it is read.
public final class CStateFolder {

    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_NAME = 80;
    private static final List<String> CONFIGS = List.of("config.yml", "config.yaml", "hugo.yml", "hugo.yaml");

    private final SiteConfig config;
    private final List<SourceFile> files;
    private final int skipped;
    private final List<Finding> findings;

    private CStateFolder(SiteConfig config, List<SourceFile> files, int skipped, List<Finding> findings) {
        this.config = config;
        this.files = List.copyOf(files);
        this.skipped = skipped;
        this.findings = findings;
    }

    /// @throws Refused.Invalid when the folder holds no cState page
    /// @throws UncheckedIOException when the disk fails
    public static CStateFolder read(Path folder) {
        var issues = folder.resolve("content").resolve("issues");
        if (!Files.isDirectory(issues)) {
            throw new Refused.Invalid("folder", "This is no cState page: " + issues + " is not there.");
        }
        var findings = new Findings();
        var files = new ArrayList<SourceFile>();
        var skipped = 0;
        try {
            for (var path : below(issues)) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                var problem = problem(path);
                if (problem.isPresent()) {
                    findings.add(Kind.SKIPPED, name, 0, "left out: " + problem.get());
                    skipped++;
                    continue;
                }
                var file = SourceFile.of(name, Files.readAllBytes(path));
                if (file.readAsLatin()) {
                    findings.add(Kind.UNREADABLE, name, 0, "this is not UTF-8; it was read as Windows-1252");
                }
                files.add(file);
            }
            return new CStateFolder(config(folder, findings), files, skipped, findings.all());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> below(Path issues) throws IOException {
        try (var paths = Files.walk(issues)) {
            return paths.filter(path -> !Files.isDirectory(path)
                            && !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> problem(Path path) throws IOException {
        var name = path.getFileName().toString();
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("it is no plain file");
        }
        if (!name.endsWith(".md") && !name.endsWith(".markdown")) {
            return Optional.of("it is no Markdown");
        }
        if (name.startsWith("_index.")) {
            return Optional.of("it heads the list of issues and is none itself");
        }
        return Files.size(path) > LARGEST ? Optional.of("it is larger than 1 MiB") : Optional.empty();
    }

    private static SiteConfig config(Path folder, Findings findings) throws IOException {
        var found = Stream.of(CONFIGS)
                .flatMap(List::stream)
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst();
        if (found.isEmpty()) {
            findings.add(
                    Kind.UNREADABLE,
                    CONFIGS.getFirst(),
                    0,
                    "it is missing; every system is known from the issues only");
            return SiteConfig.NONE;
        }
        return SiteConfig.read(found.get(), SourceFile.text(Files.readAllBytes(folder.resolve(found.get()))), findings);
    }

    /// What the old page is called, short enough for a name here.
    public String title() {
        var title = config.title().replaceAll("\\p{Cntrl}+", " ").strip();
        if (title.isEmpty()) {
            return "Status";
        }
        return title.length() <= LONGEST_NAME
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_NAME / 2));
    }

    SiteConfig config() {
        return config;
    }

    List<SourceFile> files() {
        return files;
    }

    /// How many files hold no issue.
    int skipped() {
        return skipped;
    }

    /// What there was to say before anything of the content was looked at.
    List<Finding> findings() {
        return findings;
    }
}
