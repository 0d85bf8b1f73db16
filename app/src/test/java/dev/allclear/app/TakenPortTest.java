package dev.allclear.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.allclear.app.command.CommandTree;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import dev.allclear.app.settings.WrongSetting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens when somebody starts Allclear while another program has the port.
final class TakenPortTest {

    @TempDir
    Path folder;

    @Test
    void a_taken_port_ends_the_start_with_a_sentence_and_lets_go_of_the_data() throws IOException {
        Settings taken;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            taken = settings(other.getLocalPort());

            assertThatExceptionOfType(WrongSetting.class)
                    .isThrownBy(() -> Allclear.start(taken))
                    .withMessageContaining("127.0.0.1:" + other.getLocalPort())
                    .withMessageContaining("--port");
        }
        // The same folder at once again: nothing of the first try holds it.
        try (var second = Allclear.start(taken)) {
            assertThat(second.port()).isEqualTo(taken.port());
        }
    }

    @Test
    void the_command_says_so_with_its_exit_code() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var code = CommandTree.run(
                    "serve", "--data", folder.toString(), "--port", String.valueOf(other.getLocalPort()));

            assertThat(code).isEqualTo(2);
        }
    }

    private Settings settings(int port) {
        var flags = Map.of(Setting.DATA, folder.toString(), Setting.PORT, String.valueOf(port));
        return Settings.from(Sources.read(flags, Map.of(), folder));
    }
}
