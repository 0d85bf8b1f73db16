package dev.allclear.bench;

import dev.allclear.app.Main;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The whole product in a process of its own, with an owner's API key.
final class Product implements AutoCloseable {

    private static final String KEY = "benchmark-key-of-an-owner-0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Process process;
    private final URI base;

    private Product(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /// Runs a command to its end.
    static void run(Path data, String... arguments) throws IOException, InterruptedException {
        System.err.print(run(data, List.of(), arguments));
    }

    /// @param options of the virtual machine
    /// @return what it said
    static String run(Path data, List<String> options, String... arguments) throws IOException, InterruptedException {
        var process = started(data, options, Redirect.PIPE, arguments);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", arguments) + " failed: " + said);
        }
        return said;
    }

    static Product serve(Path data) throws IOException, InterruptedException {
        return serve(data, List.of());
    }

    /// @param options of the virtual machine
    /// @param settings `--smtp-url`, `smtp://...`
    static Product serve(Path data, List<String> options, String... settings) throws IOException, InterruptedException {
        var port = Machine.freePort();
        var arguments = new ArrayList<>(List.of("serve", "--port", Integer.toString(port), "--api-key", KEY));
        arguments.addAll(List.of(settings));
        var product = new Product(
                started(data, options, Redirect.DISCARD, arguments.toArray(String[]::new)),
                URI.create("http://127.0.0.1:" + port));
        try {
            // The front stands first; once the history is there too, all is.
            await(product.process, product.base.resolve("/history/"));
        } catch (IOException silent) {
            product.close();
            throw silent;
        }
        return product;
    }

    private static Process started(Path data, List<String> options, Redirect output, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-Xms32m"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /// Waits for the first answer with status 200.
    static void await(Process process, URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (!answers(client, address)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new IOException("no answer from " + address);
                }
                Thread.sleep(2);
            }
        }
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI at(String path) {
        return base.resolve(path);
    }

    /// @return the answer's JSON
    String get(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at("/api/v1" + path))
                .header("Authorization", "Bearer " + KEY)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /// @return the answer's JSON
    String post(HttpClient client, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at("/api/v1" + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("POST " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /// The first id that an answer names.
    static String id(String answer) throws IOException {
        var id = ID.matcher(answer);
        if (!id.find()) {
            throw new IOException("the answer names nothing: " + answer);
        }
        return id.group(1);
    }

    @Override
    public void close() {
        Machine.end(process);
    }
}
