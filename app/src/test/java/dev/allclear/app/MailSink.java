package dev.allclear.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A mail server that takes everything and remembers who was sent what, in the order in which it said yes.
final class MailSink implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, List<String>> messageIds = new ConcurrentHashMap<>();
    private volatile Trap trap = new Trap(Long.MAX_VALUE, new CountDownLatch(1));
    private long received;

    /// Springs when that many mails have arrived.
    private record Trap(long at, CountDownLatch sprung) {}

    MailSink() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("mail-sink").start(this::accept);
    }

    String url() {
        return "smtp://127.0.0.1:" + server.getLocalPort();
    }

    /// From then on nothing is acknowledged, until another number is asked for.
    ///
    /// @return opens in the moment in which this many mails have arrived, before the last one is acknowledged
    synchronized CountDownLatch after(long mails) {
        trap = new Trap(mails, new CountDownLatch(1));
        spring();
        notifyAll();
        return trap.sprung();
    }

    /// Takes everything from now on.
    void goOn() {
        var _ = after(Long.MAX_VALUE);
    }

    /// Who was sent which Message-IDs, doubles too.
    Map<String, List<String>> messageIds() {
        return messageIds;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> converse(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            var lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            var recipient = "";
            say(connection, "220 sink");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (command.equals("DATA")) {
                    say(connection, "354 go on");
                    record(recipient, messageId(lines));
                }
                say(connection, command.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException killed) {
            // Whoever was talking to us is gone; what was not finished did not arrive.
        }
    }

    private static void say(Socket connection, String reply) throws IOException {
        connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String messageId(BufferedReader lines) throws IOException {
        var id = "";
        for (var line = lines.readLine(); !".".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the sender hung up in the middle of a mail");
            }
            if (id.isEmpty() && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                var rest = line.substring(11).strip();
                // A long one stands on a line of its own.
                id = rest.isEmpty()
                        ? Objects.requireNonNullElse(lines.readLine(), "").strip()
                        : rest;
            }
        }
        return id;
    }

    private synchronized void record(String recipient, String messageId) {
        messageIds.computeIfAbsent(recipient, _ -> new CopyOnWriteArrayList<>()).add(messageId);
        received++;
        spring();
        while (received >= trap.at()) {
            try {
                wait();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void spring() {
        if (received >= trap.at()) {
            trap.sprung().countDown();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
