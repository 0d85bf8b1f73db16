package dev.allclear.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A real proxy with a configuration of its own, on a port of its own, before a product that may be dead.
final class Proxy implements AutoCloseable {

    /// Which of the two, with what a reader of docs/holding-page.md would write.
    enum Kind {
        NGINX {
            @Override
            List<String> command(Path folder, Path holding, int port, int product) throws IOException {
                var config =
                        Files.writeString(folder.resolve("nginx.conf"), """
                        # Where the tests run as root, its workers must be able to read the tests' folder too.
                        user root;
                        daemon off;
                        worker_processes 1;
                        pid %1$s/nginx.pid;
                        events { }
                        http {
                          access_log off;
                          client_body_temp_path %1$s/body;
                          proxy_temp_path %1$s/proxy;
                          fastcgi_temp_path %1$s/fastcgi;
                          uwsgi_temp_path %1$s/uwsgi;
                          scgi_temp_path %1$s/scgi;
                          include %2$s/nginx-http.conf;
                          server {
                            listen 127.0.0.1:%3$d;
                            include %2$s/nginx-server.conf;
                            location / {
                              if (-f %2$s/on) { return 503; }
                              proxy_connect_timeout 3s;
                              proxy_pass http://127.0.0.1:%4$d;
                            }
                          }
                        }
                        """.formatted(folder, holding, port, product));
                return List.of(
                        "/usr/sbin/nginx",
                        "-e",
                        folder + "/error.log",
                        "-p",
                        folder.toString(),
                        "-c",
                        config.toString());
            }
        },
        HAPROXY {
            @Override
            List<String> command(Path folder, Path holding, int port, int product) throws IOException {
                var config = Files.writeString(folder.resolve("haproxy.cfg"), """
                        defaults
                          mode http
                          timeout connect 3s
                          timeout client 30s
                          timeout server 30s
                        frontend shop
                          bind 127.0.0.1:%d
                          use_backend allclear_holding if { nbsrv(product) lt 1 }
                          default_backend product
                        backend product
                          server one 127.0.0.1:%d check inter 200ms fall 2 rise 1 observe layer4 error-limit 1 on-error mark-down
                        """.formatted(port, product));
                return List.of("/usr/sbin/haproxy", "-db", "-f", config.toString(), "-f", holding + "/haproxy.cfg");
            }
        };

        abstract List<String> command(Path folder, Path holding, int port, int product) throws IOException;
    }

    private final Process process;
    private final int port;

    private Proxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param folder for its own files
    /// @param holding as `./allclear holding-page` has written it
    /// @param product the port at which the product is, when it is
    static Proxy start(Kind kind, Path folder, Path holding, int product) throws IOException {
        Files.createDirectories(folder);
        var port = freePort();
        var command = kind.command(folder, holding, port, product);
        assertThat(Path.of(command.getFirst()))
                .as("./dev test installs what the tests need")
                .isExecutable();
        var log = folder.resolve("log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var proxy = new Proxy(process, port);
        try {
            await().atMost(Duration.ofSeconds(10)).until(proxy::listens);
        } catch (RuntimeException silent) {
            proxy.close();
            throw new AssertionError(kind + " did not start: " + Files.readString(log.toPath()), silent);
        }
        return proxy;
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private boolean listens() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
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
