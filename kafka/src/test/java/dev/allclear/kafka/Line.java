package dev.allclear.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to a port of this machine that can be cut, and mended.
final class Line {

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Line(int exit) throws IOException {
        this.exit = exit;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (true) {
            try {
                var near = entrance.accept();
                if (cut) {
                    near.close();
                } else {
                    var far = new Socket(InetAddress.getLoopbackAddress(), exit);
                    join(near, far);
                    join(far, near);
                }
            } catch (IOException refused) {
                // Whoever called tries again.
            }
        }
    }

    private void join(Socket from, Socket to) {
        sockets.add(from);
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException over) {
                // So is the other direction.
            } finally {
                sockets.remove(from);
            }
        });
    }

    void cut() throws IOException {
        cut = true;
        for (var socket : sockets) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }
}
