package dev.allclear.edge.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;

/// One open page. Touched by its event loop only.
final class Reader {

    private final HttpServerResponse response;
    private final HttpConnection connection;
    private long seen;
    private boolean gone;

    Reader(HttpServerResponse response, HttpConnection connection) {
        this.response = response;
        this.connection = connection;
    }

    /// @param revision how far the reader has got with this
    void begin(Buffer first, long revision) {
        seen = revision;
        send(first);
    }

    /// News may come to a reader twice, by replay and by broadcast: it is told once.
    void news(Event event) {
        if (event.revision() > seen) {
            seen = event.revision();
            send(event.bytes());
        }
    }

    /// Whoever does not keep up is let go: it comes back and says how far it got, and costs us no memory meanwhile.
    void send(Buffer bytes) {
        if (gone) {
            return;
        }
        if (response.writeQueueFull()) {
            gone = true;
            connection.close();
        } else {
            response.write(bytes);
        }
    }
}
