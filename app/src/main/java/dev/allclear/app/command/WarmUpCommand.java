package dev.allclear.app.command;

import dev.allclear.app.Allclear;
import dev.allclear.app.Practice;
import dev.allclear.app.demo.DemoStory;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// `warm-up`: one short life of the product in a temporary folder. The launcher lets Java watch it
/// (`-XX:AOTCacheOutput`), and every start after that is more than twice as fast.
final class WarmUpCommand {

    private static final List<String> VISITED = List.of("/", "/de/", "/history", "/api/v2/summary.json", "/desk");

    private WarmUpCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("allclear-warm-up");
        var settings = Settings.from(Sources.read(
                Map.of(Setting.PORT, Integer.toString(freePort()), Setting.DATA, folder.toString()), Map.of(), folder));
        try (var _ = Allclear.start(
                        settings,
                        store -> new DemoStory(store, Clock.systemUTC().instant(), 0).tell());
                var browser = HttpClient.newHttpClient()) {
            for (var path : VISITED) {
                visit(browser, settings.base().resolve(path));
            }
            Practice.take(settings);
        } finally {
            erase(folder);
        }
        return 0;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void visit(HttpClient browser, URI address) throws IOException, InterruptedException {
        browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }

    private static void erase(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
