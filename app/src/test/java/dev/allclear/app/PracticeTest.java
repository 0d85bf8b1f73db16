package dev.allclear.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An incident that is practised goes all its way and leaves nothing behind.
final class PracticeTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_practised_is_gone_afterwards_even_after_a_process_that_ended_in_the_middle() throws IOException {
        var settings = Settings.from(Sources.read(Map.of(Setting.DATA, folder.toString()), Map.of(), folder));
        Files.createDirectories(folder.resolve("practice"));
        Files.writeString(folder.resolve("practice").resolve("practice.db"), "half of a page");

        new Practice(settings).take();

        assertThat(folder).isEmptyDirectory();
    }
}
