package dev.allclear.channels.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server that says what the test tells it to, and remembers what it was told.
final class ScriptedServer implements AutoCloseable {

    /// What to answer; null for the usual, `HANG_UP` to close the connection without a word.
    interface Script {
        String answer(String command, int connection);
    }

    static final String HANG_UP = "hang up";

    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> messages = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger encrypted = new AtomicInteger();

    private final ServerSocket socket;
    private final Script script;
    private final boolean offersTls;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    ScriptedServer(boolean offersTls, Script script) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        this.offersTls = offersTls;
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedServer saying(Script script) throws IOException {
        return new ScriptedServer(false, script);
    }

    static ScriptedServer friendly() throws IOException {
        return saying((_, _) -> null);
    }

    int port() {
        return socket.getLocalPort();
    }

    SmtpSettings settings(String options) {
        return SmtpSettings.parse("smtp://127.0.0.1:" + port() + options);
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client, connections.incrementAndGet()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client, int connection) {
        try (client) {
            talk(client, connection, true);
        } catch (IOException | GeneralSecurityException gone) {
            // So is the client, which is its right.
        } finally {
            open.remove(client);
        }
    }

    private void talk(Socket client, int connection, boolean greet) throws IOException, GeneralSecurityException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        if (greet && !say(client, script.answer("CONNECT", connection), "220 test")) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            var verb = line.split("[ :]", -1)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("STARTTLS")) {
                if (!say(client, script.answer("STARTTLS", connection), "220 go")) {
                    return;
                }
                talk(encrypted(client), connection, false);
                return;
            }
            if (!say(client, script.answer(verb, connection), usual(verb))) {
                return;
            }
            if (verb.equals("DATA") && (script.answer(verb, connection) == null)) {
                var message = message(in);
                var answer = script.answer(".", connection);
                if (answer == null) {
                    messages.add(message);
                }
                if (!say(client, answer, "250 2.0.0 queued")) {
                    return;
                }
            }
        }
    }

    private Socket encrypted(Socket client) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Objects.requireNonNull(ScriptedServer.class.getResourceAsStream("/greenmail.p12"))) {
            store.load(file, "changeit".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var secure =
                (SSLSocket) context.getSocketFactory().createSocket(client, "localhost", socket.getLocalPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        encrypted.incrementAndGet();
        return secure;
    }

    private String usual(String verb) {
        return switch (verb) {
            case "EHLO" -> offersTls ? "250-test\r\n250 STARTTLS" : "250 test";
            case "DATA" -> "354 go";
            case "QUIT" -> HANG_UP;
            default -> "250 2.1.0 ok";
        };
    }

    private boolean say(Socket client, String answer, String usual) throws IOException {
        var said = answer == null ? usual : answer;
        if (dead || said.equals(HANG_UP)) {
            return false;
        }
        client.getOutputStream().write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        return true;
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    /// Everything ends, as when the machine loses power.
    void die() {
        // Closing a socket under a thread that waits on it takes effect a little later; this does at once.
        dead = true;
        try {
            socket.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        die();
    }
}
