package dev.allclear.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The real program in a process of its own, which can be killed.
final class ChildProgram implements AutoCloseable {

    private final Process process;
    private final URI base;

    private ChildProgram(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /// Runs `serve` and returns once it answers.
    ///
    /// @param properties of the JVM, if any
    /// @param environment such as `ALLCLEAR_API_KEY`
    static ChildProgram serve(Path folder, Map<String, String> properties, Map<String, String> environment)
            throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                String.valueOf(port)));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(folder.resolve("stderr").toFile()));
        var child = new ChildProgram(builder.start(), URI.create("http://127.0.0.1:" + port));
        child.awaitReady();
        return child;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /// It says where the page is once it listens; what it says later is read and dropped, so that it never blocks.
    private void awaitReady() throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line == null || !line.startsWith("The page is at"); line = said.readLine()) {
            if (line == null) {
                throw new IOException("the program ended before it answered");
            }
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
    }

    URI base() {
        return base;
    }

    /// kill -9: no hook, no flush, no goodbye.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
