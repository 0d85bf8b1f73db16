package dev.allclear.app.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.allclear.app.Allclear;
import dev.allclear.app.demo.DemoStory;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.edge.holding.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A holding page can be written whatever of the installation still answers.
final class HouseSearchTest {

    @TempDir
    Path folder;

    @Test
    void beside_a_running_server_and_after_its_database_is_gone() throws IOException {
        var port = freePort();
        var settings = settings(Map.of(Setting.PORT, String.valueOf(port)));
        try (var _ = Allclear.start(settings, store -> new DemoStory(store, Instant.now(), 1).tell())) {
            var house = new HouseSearch(settings, Optional.empty()).find(Optional.empty());
            assertThat(house.name()).isEqualTo("Tallyport");
            assertThat(house.status()).hasToString("http://127.0.0.1:" + port);
            assertThatExceptionOfType(WrongSetting.class)
                    .isThrownBy(() -> new HouseSearch(settings, Optional.of("nowhere")).find(Optional.empty()))
                    .withMessageContaining("known are");
            await().until(() ->
                    !new PublishedSites(folder.resolve("data/site")).slugs().isEmpty());
        }
        var stored = new HouseSearch(settings, Optional.empty()).find(Optional.empty());

        var unreachable = settings(Map.of(
                Setting.PORT,
                String.valueOf(port),
                Setting.DATABASE_URL,
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/allclear?user=nobody"));
        var search = new HouseSearch(unreachable, Optional.empty());

        assertThat(search.find(Optional.empty())).isEqualTo(stored);
        assertThat(search.remarks()).anyMatch(remark -> remark.contains("database can't be opened"));
        assertThat(search.remarks()).anyMatch(remark -> remark.contains("published last"));
    }

    @Test
    void with_nothing_but_an_address_and_a_name_it_is_plain() {
        var settings = settings(Map.of(Setting.BASE_URL, "https://status.example.com"));

        var house = new HouseSearch(settings, Optional.empty()).find(Optional.of("Acme"));

        assertThat(house.name()).isEqualTo("Acme");
        assertThat(house.status()).hasToString("https://status.example.com");
        assertThat(folder.resolve("data")).as("looking makes no database").doesNotExist();
    }

    @Test
    void with_nothing_at_all_it_says_what_would_help() {
        assertThatExceptionOfType(WrongSetting.class)
                .isThrownBy(() -> new HouseSearch(settings(Map.of()), Optional.empty()).find(Optional.empty()))
                .withMessageContaining("--data")
                .withMessageContaining("--base-url");
    }

    @Test
    void the_folder_holds_the_page_its_json_and_the_recipes() throws IOException {
        var settings = settings(Map.of(Setting.BASE_URL, "https://status.example.com"));
        var house = new HouseSearch(settings, Optional.empty()).find(Optional.of("Acme"));
        var holding = new HoldingFolder(folder.resolve("holding"));

        holding.write(house, Notice.PLAIN);
        holding.write(house, Notice.PLAIN);

        try (var files = Files.list(holding.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "holding.html", "holding.json", "nginx-http.conf", "nginx-server.conf", "haproxy.cfg");
        }
        assertThat(holding.path().resolve("nginx-server.conf")).content().contains(holding.path() + "/holding.html");
    }

    private Settings settings(Map<Setting, String> flags) {
        var all = new TreeMap<>(flags);
        all.put(Setting.DATA, folder.resolve("data").toString());
        return Settings.from(Sources.read(all, Map.of(), folder));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
