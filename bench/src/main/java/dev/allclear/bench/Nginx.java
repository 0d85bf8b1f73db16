package dev.allclear.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The reference, with the same files and the same headers.
record Nginx(Process process, int port, Path folder) implements AutoCloseable {

    private static final List<String> SAME_HEADERS = List.of(
            "Cache-Control",
            "Content-Language",
            "X-Content-Type-Options",
            "Content-Security-Policy",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy");

    static Nginx serving(HttpResponse<byte[]> page, byte[] compressed, int core)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("allclear-bench");
        var files = Files.createDirectory(folder.resolve("site"));
        Files.write(files.resolve("index.html"), page.body());
        Files.write(files.resolve("index.html.gz"), compressed);
        Machine.output(List.of("chmod", "-R", "a+rX", folder.toString()));
        var port = Machine.freePort();
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, settings(folder, files, port, page));
        var process = new ProcessBuilder("taskset", "-c", Integer.toString(core), "nginx", "-c", settings.toString())
                .inheritIO()
                .start();
        var nginx = new Nginx(process, port, folder);
        nginx.waitUntilItAnswers();
        return nginx;
    }

    private static String settings(Path folder, Path files, int port, HttpResponse<byte[]> page) {
        var headers = new StringBuilder();
        for (var name : SAME_HEADERS) {
            page.headers()
                    .firstValue(name)
                    .ifPresent(value -> headers.append("add_header ")
                            .append(name)
                            .append(" \"")
                            .append(value)
                            .append("\";\n"));
        }
        return """
                daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000;
                  open_file_cache max=1000 inactive=600s; open_file_cache_valid 600s; open_file_cache_errors on;
                  types { text/html html; } charset utf-8; etag on; gzip_static on; gzip_vary on;
                  client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
                  uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                  server { listen 127.0.0.1:%2$d; root %3$s;
                  %4$s }
                }
                """.formatted(folder, port, files, headers);
    }

    private void waitUntilItAnswers() throws IOException, InterruptedException {
        for (var attempt = 0; ; attempt++) {
            try {
                get(port, "gzip");
                return;
            } catch (IOException notYet) {
                if (attempt == 50 || !process.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        Machine.end(process);
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Nginx::delete);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    static HttpResponse<byte[]> get(int port, String encoding) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .header("Accept-Encoding", encoding)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
