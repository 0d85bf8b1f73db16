package dev.allclear.channels.email;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// The bytes of one conversation with a mail server: commands and content out, answers in.
///
/// What is put is held back until `flush`, so that it leaves in one piece. Only answers of the form that RFC 5321 gives
/// them are believed, and none may be long enough to fill the memory, or slow enough to hold us for ever.
final class SmtpWire implements AutoCloseable {

    /// RFC 5321 allows 512 octets.
    private static final int LONGEST_LINE = 2_048;

    private static final int MOST_LINES = 100;

    private final SocketChannel channel;
    private final Patience patience;
    private final Watchdog watchdog;
    private final Watchdog.Wait wait;
    private InputStream in;
    private OutputStream out;
    private final byte[] read = new byte[LONGEST_LINE];
    private int at;
    private int end;
    private byte[] held = new byte[16 * 1024];
    private int holding;

    private SmtpWire(SocketChannel channel, Patience patience, Watchdog watchdog, Watchdog.Wait wait)
            throws IOException {
        this.channel = channel;
        this.patience = patience;
        this.watchdog = watchdog;
        this.wait = wait;
        this.in = channel.socket().getInputStream();
        this.out = channel.socket().getOutputStream();
    }

    /// Tries the host's addresses one after the other: a name may have one that can't be reached from here.
    static SmtpWire to(String host, int port, Patience patience, Watchdog watchdog) throws IOException {
        IOException failed = new IOException(host + " has no address");
        for (var address : InetAddress.getAllByName(host)) {
            try {
                return to(new InetSocketAddress(address, port), patience, watchdog);
            } catch (IOException unreachable) {
                failed = unreachable;
            }
        }
        throw failed;
    }

    private static SmtpWire to(InetSocketAddress address, Patience patience, Watchdog watchdog) throws IOException {
        var channel = SocketChannel.open();
        var wait = watchdog.watch(() -> cut(channel));
        try {
            // Otherwise the last dot of a mail waits 40 ms for the other side to acknowledge what came before it
            // (Nagle's algorithm against delayed acknowledgements).
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            wait.within(patience.connect(), () -> channel.connect(address));
            return new SmtpWire(channel, patience, watchdog, wait);
        } catch (IOException failed) {
            watchdog.forget(wait);
            cut(channel);
            throw failed;
        }
    }

    /// Goes on encrypted. What the server had said before is forgotten: anybody may have said it (RFC 3207, section 6).
    void encrypt(SSLSocketFactory sockets, boolean knownNameOnly, String host, int port) throws IOException {
        at = end;
        var secure = (SSLSocket) sockets.createSocket(channel.socket(), host, port, true);
        if (knownNameOnly) {
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        wait.within(patience.answer(), () -> {
            secure.startHandshake();
            return secure;
        });
        in = secure.getInputStream();
        out = secure.getOutputStream();
    }

    SmtpWire put(String command) {
        var room = room(command.length() + 2);
        for (var i = 0; i < command.length(); i++) {
            room[holding++] = (byte) command.charAt(i);
        }
        return lineEnd();
    }

    /// A message and the dot that ends it. Lines that begin with a dot get a second one (RFC 5321, section 4.5.2), and
    /// line feeds that stand alone their carriage return: some servers take them for the end of a line, and others
    /// don't, which is how mails are smuggled.
    SmtpWire putContent(byte[] message) {
        var room = room(2 * message.length + 5);
        var to = holding;
        byte last = '\n';
        for (var octet : message) {
            if (octet == '\n' && last != '\r') {
                room[to++] = '\r';
            } else if (octet == '.' && last == '\n') {
                room[to++] = '.';
            }
            room[to++] = octet;
            last = octet;
        }
        holding = to;
        if (last != '\n') {
            lineEnd();
        }
        room[holding++] = '.';
        return lineEnd();
    }

    private byte[] room(int needed) {
        if (held.length - holding < needed) {
            held = Arrays.copyOf(held, holding + needed);
        }
        return held;
    }

    private SmtpWire lineEnd() {
        held[holding++] = '\r';
        held[holding++] = '\n';
        return this;
    }

    void flush() throws IOException {
        var length = holding;
        holding = 0;
        wait.within(patience.write(), () -> {
            out.write(held, 0, length);
            return length;
        });
    }

    SmtpAnswer answer() throws IOException {
        return wait.within(patience.answer(), this::readAnswer);
    }

    private SmtpAnswer readAnswer() throws IOException {
        var line = line();
        var code = SmtpAnswer.code(line);
        var text = new StringBuilder(line);
        for (var lines = 1; SmtpAnswer.isContinued(line); lines++) {
            line = line();
            if (lines == MOST_LINES || SmtpAnswer.code(line) != code) {
                throw new ProtocolException(
                        "its answer is not SMTP: " + text.substring(0, Math.min(80, text.length())));
            }
            text.append('\n').append(line);
        }
        return new SmtpAnswer(code, text.toString());
    }

    private String line() throws IOException {
        for (var from = at; ; ) {
            for (; from < end; from++) {
                if (read[from] == '\n') {
                    var length = from - at - (from > at && read[from - 1] == '\r' ? 1 : 0);
                    var line = new String(read, at, length, StandardCharsets.UTF_8);
                    at = from + 1;
                    return line;
                }
            }
            from -= at;
            more();
        }
    }

    /// Reads on behind what was not understood yet, which moves to the front.
    private void more() throws IOException {
        System.arraycopy(read, at, read, 0, end - at);
        end -= at;
        at = 0;
        if (end == read.length) {
            throw new ProtocolException("its answer is longer than a line may be");
        }
        var count = in.read(read, end, read.length - end);
        if (count < 0) {
            throw new EOFException("the connection was closed");
        }
        end += count;
    }

    /// Without a goodbye, and whoever waits on it fails.
    private static void cut(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // It was to be closed, and it is.
        }
    }

    @Override
    public void close() {
        watchdog.forget(wait);
        cut(channel);
    }
}
