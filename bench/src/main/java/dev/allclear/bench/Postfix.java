package dev.allclear.bench;

import dev.allclear.channels.email.SmtpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// Postfix's two programs for measuring: the sink that swallows mails, and the source that is our reference.
final class Postfix implements AutoCloseable {

    /// What the source puts in front of the length that it is told.
    private static final int ITS_HEADERS = 200;

    private final Process sink;
    private final int port;

    private Postfix(Process sink, int port) {
        this.sink = sink;
        this.port = port;
    }

    static Postfix start() throws IOException, InterruptedException, Missing {
        Machine.mustHave("smtp-sink", "postfix");
        Machine.mustHave("smtp-source", "postfix");
        var port = Machine.freePort();
        var command = new ArrayList<>(List.of("smtp-sink"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        var sink = new ProcessBuilder(command).inheritIO().start();
        for (var attempt = 0; ; attempt++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Postfix(sink, port);
            } catch (IOException notYet) {
                if (attempt == 50 || !sink.isAlive()) {
                    Machine.end(sink);
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    SmtpSettings settings(int sessions) {
        return SmtpSettings.parse("smtp://127.0.0.1:" + port + "?starttls=off&connections=" + sessions);
    }

    /// Lets the source send as fast as it can.
    ///
    /// @param length of each mail in bytes
    /// @param options of smtp-source; `-d` keeps connections
    /// @return mails a second
    double source(int sessions, int mails, int length, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("smtp-source", "-s", Integer.toString(sessions), "-l", Integer.toString(length - ITS_HEADERS)));
        command.addAll(List.of(options));
        command.addAll(List.of("-m", Integer.toString(mails), "127.0.0.1:" + port));
        var begin = System.nanoTime();
        Machine.output(command);
        return mails / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() {
        Machine.end(sink);
    }
}
