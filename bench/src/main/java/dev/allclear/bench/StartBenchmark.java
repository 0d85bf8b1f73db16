package dev.allclear.bench;

import dev.allclear.app.Allclear;
import dev.allclear.app.demo.DemoStory;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// From the start of the process to the first page, beside a bare Vert.x server. The data folder has been used before,
/// as it has been at nearly every start.
final class StartBenchmark implements Main.Benchmark {

    private static final int PAIRS = 7;
    private static final Path JAR = Path.of("app/target/allclear.jar");

    /// The reference: the least that answers.
    static void bare(int port) {
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> request.response().end("ok"))
                .listen(port, "127.0.0.1")
                .await();
    }

    @Override
    public String run() throws Exception {
        var data = Files.createTempDirectory("allclear-bench");
        var cache = data.resolve("allclear.aot");
        Machine.output(java(List.of("-XX:AOTCacheOutput=" + cache), "-jar", JAR.toString(), "warm-up"));
        var ours = java(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"), "-jar", JAR.toString());
        var withoutCache = java(List.of(), "-jar", JAR.toString());
        var bare = java(List.of(), "-cp", System.getProperty("java.class.path"), Main.class.getName(), "bare-vertx");
        tell(data);
        first(served(ours, data), "/");
        var pairs = Pairs.of(PAIRS, () -> first(served(ours, data), "/"), () -> first(listening(bare), "/"));
        var slow = Pairs.of(3, () -> first(served(withoutCache, data), "/"), () -> first(listening(bare), "/"));
        return "{\"benchmark\":\"start\",\"milliseconds\":" + pairs.json("bareVertx") + ",\"withoutCache\":"
                + slow.json("bareVertx") + "}";
    }

    /// A company with its history, so that there is a page to be served.
    private static void tell(Path data) throws IOException {
        var flags = Map.of(
                Setting.PORT,
                Integer.toString(Machine.freePort()),
                Setting.DATA,
                data.resolve("data").toString());
        Allclear.start(
                        Settings.from(Sources.read(flags, Map.of(), data)),
                        store -> new DemoStory(store, Instant.now(), 0).tell())
                .close();
    }

    private static List<String> java(List<String> options, String... rest) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-Xms32m"));
        command.addAll(options);
        command.addAll(List.of(rest));
        return command;
    }

    /// A command that will listen on a port.
    private record Server(List<String> command, int port) {}

    private static Server served(List<String> java, Path data) throws IOException {
        var port = Machine.freePort();
        return new Server(
                with(
                        java,
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.resolve("data").toString()),
                port);
    }

    private static Server listening(List<String> java) throws IOException {
        var port = Machine.freePort();
        return new Server(with(java, Integer.toString(port)), port);
    }

    private static List<String> with(List<String> command, String... more) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    /// @return milliseconds to the first answer
    private static double first(Server server, String path) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var process = new ProcessBuilder(server.command())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Product.await(process, URI.create("http://127.0.0.1:" + server.port() + path));
            return (System.nanoTime() - began) / 1e6;
        } finally {
            Machine.end(process);
        }
    }
}
