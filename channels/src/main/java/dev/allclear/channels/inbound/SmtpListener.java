package dev.allclear.channels.inbound;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// A mail server as small as can be (RFC 5321), for mail that comes back to us and for nothing else: it knows the
/// addresses that we signed and refuses every other, so it can be neither a relay nor a place for spam.
///
/// It offers no encryption: put it behind a mail server of yours that faces the internet.
public final class SmtpListener implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SmtpListener.class.getName());
    private static final Duration BREATH = Duration.ofMillis(200);

    private final ServerSocket server;
    private final Intake intake;
    private final SmtpLimits limits;
    private final Semaphore places;
    private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private SmtpListener(ServerSocket server, Intake intake, SmtpLimits limits) {
        this.server = server;
        this.intake = intake;
        this.limits = limits;
        this.places = new Semaphore(limits.connections());
    }

    /// Binds at once, and takes mail until it is closed.
    public static SmtpListener open(InetSocketAddress at, Intake intake, SmtpLimits limits) throws IOException {
        var server = new ServerSocket();
        try {
            server.bind(at);
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        var listener = new SmtpListener(server, intake, limits);
        Thread.ofVirtual().name("returned mail").start(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!closed) {
            try {
                admit(server.accept());
            } catch (IOException trouble) {
                pause(trouble);
            }
        }
    }

    /// Out of file handles, or closing: in the first case, trying again at once would only heat the room.
    private void pause(IOException trouble) {
        if (!closed) {
            LOG.log(Level.WARNING, "no connection for returned mail could be taken: " + trouble.getMessage());
            try {
                Thread.sleep(BREATH);
            } catch (InterruptedException stopped) {
                closed = true;
            }
        }
    }

    private void admit(Socket socket) {
        if (!places.tryAcquire()) {
            turnAway(socket);
            return;
        }
        var from = socket.getInetAddress();
        if (perAddress.merge(from, 1, Integer::sum) > limits.perAddress()) {
            leave(from);
            turnAway(socket);
            return;
        }
        open.add(socket);
        Thread.ofVirtual().name("returned mail from " + from.getHostAddress()).start(() -> {
            try {
                talk(socket);
            } finally {
                open.remove(socket);
                leave(from);
            }
        });
    }

    private void leave(InetAddress from) {
        perAddress.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
        places.release();
    }

    private static void turnAway(Socket socket) {
        try (socket) {
            socket.getOutputStream()
                    .write("421 4.3.2 Too many connections, try again later\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // Nobody waits for our words.
        }
    }

    private void talk(Socket socket) {
        // Whoever sends a byte a minute, or never reads what we answer, is cut off all the same.
        var watch = Thread.ofVirtual().start(() -> endAfter(limits.total(), socket));
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(limits.idle().toMillis()));
            new SmtpDialogue(intake, limits, new SmtpLines(socket.getInputStream()), socket.getOutputStream()).run();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a connection for returned mail ended: " + gone.getMessage());
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a connection for returned mail stumbled; what it brought is not acknowledged", bug);
        } finally {
            watch.interrupt();
        }
    }

    private static void endAfter(Duration time, Socket socket) {
        try {
            Thread.sleep(time);
            socket.close();
        } catch (InterruptedException | IOException over) {
            // It ended before.
        }
    }

    /// Mail that is not acknowledged yet comes again.
    @Override
    public void close() {
        closed = true;
        close(server);
        open.forEach(SmtpListener::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception gone) {
            LOG.log(Level.DEBUG, "closed already", gone);
        }
    }
}
