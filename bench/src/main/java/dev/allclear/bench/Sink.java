package dev.allclear.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A mail server that swallows everything, and knows when the first mail after a moment was there.
final class Sink implements AutoCloseable {

    private static final int END = '\r' << 24 | '\n' << 16 | '.' << 8 | '\r';
    private static final long NONE = Long.MIN_VALUE;

    private final ServerSocket server;
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong first = new AtomicLong(NONE);

    private final Duration moment;

    private Sink(ServerSocket server, Duration moment) {
        this.server = server;
        this.moment = moment;
    }

    static Sink open() throws IOException {
        return slow(Duration.ZERO);
    }

    /// @param moment that it takes for each mail
    static Sink slow(Duration moment) throws IOException {
        var sink = new Sink(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), moment);
        Thread.ofVirtual().start(sink::accept);
        return sink;
    }

    private void accept() {
        while (true) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            say(out, "220 sink ESMTP");
            out.flush();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                switch (line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> say(out, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
                    case "DATA" -> swallow(in, out);
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException gone) {
            // Whoever sends closes connections as it likes.
        }
    }

    private void swallow(InputStream in, OutputStream out) throws IOException {
        say(out, "354 go on");
        out.flush();
        var last = '\r' << 8 | '\n';
        for (var read = in.read(); last != END || read != '\n'; read = in.read()) {
            if (read < 0) {
                return;
            }
            last = last << 8 | read;
        }
        LockSupport.parkNanos(moment.toNanos());
        first.compareAndSet(NONE, System.nanoTime());
        mails.incrementAndGet();
        say(out, "250 swallowed");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().stripTrailing();
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    String url() {
        return "smtp://127.0.0.1:" + server.getLocalPort() + "?starttls=off&connections=20";
    }

    long mails() {
        return mails.get();
    }

    /// From now on the next mail is the first.
    void expect() {
        first.set(NONE);
    }

    /// When the first mail was there, on the clock of `System.nanoTime()`.
    long awaitFirst() throws InterruptedException, IOException {
        for (var wait = 0; first.get() == NONE; wait++) {
            if (wait == 60_000) {
                throw new IOException("no mail came within a minute");
            }
            Thread.sleep(1);
        }
        return first.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
