package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteFolderTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path root;

    @Test
    void holds_what_is_shown() throws IOException {
        write(file("/en/index.html", "one"), file("/history.rss", "two"));

        assertThat(root.resolve("fernhill/en/index.html")).hasContent("one");
        assertThat(root.resolve("fernhill/history.rss")).hasContent("two");
    }

    @Test
    void only_what_changed_is_written_again() throws IOException {
        write(file("/a.html", "same"), file("/b.html", "old"));
        Files.setLastModifiedTime(root.resolve("fernhill/a.html"), LONG_AGO);
        Files.setLastModifiedTime(root.resolve("fernhill/b.html"), LONG_AGO);

        write(file("/a.html", "same"), file("/b.html", "new"));

        assertThat(Files.getLastModifiedTime(root.resolve("fernhill/a.html"))).isEqualTo(LONG_AGO);
        assertThat(root.resolve("fernhill/b.html")).hasContent("new");
    }

    @Test
    void what_is_no_longer_shown_goes_and_nothing_unfinished_stays() throws IOException {
        write(file("/a.html", "x"), file("/gone/b.html", "x"));
        Files.writeString(root.resolve("fernhill/.a.html.new"), "half");

        write(file("/a.html", "x"));

        try (var left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(root.resolve("fernhill/a.html"));
        }
    }

    @Test
    void a_disk_that_takes_nothing_holds_up_nobody() throws IOException {
        Files.writeString(root.resolve("fernhill"), "a file where the folder should be");

        write(file("/a.html", "x"));

        assertThat(root.resolve("fernhill")).isRegularFile();
    }

    private void write(SiteFile... files) {
        try (var folder = new SiteFolder(root)) {
            folder.write("fernhill", Site.of(List.of(files), Fernhill.BASE, Language.ENGLISH, Site.EMPTY));
        }
    }

    private static SiteFile file(String path, String body) {
        return SiteFile.text(path, "text/html", body);
    }
}
