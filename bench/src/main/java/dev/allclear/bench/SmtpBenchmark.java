package dev.allclear.bench;

import dev.allclear.channels.email.MailWriter;
import dev.allclear.channels.email.SmtpChannel;
import dev.allclear.channels.email.SmtpSettings;
import dev.allclear.delivery.Outcome;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Personalised mails to Postfix's smtp-sink, beside Postfix's own smtp-source with as many sessions: with a connection
/// for each mail, as it is, and with kept connections. Both cores belong to sender and sink together.
///
/// Its mails are as long as ours, and then of 4 KB, which ours exceed: the sink reads byte by byte, so length is time.
final class SmtpBenchmark implements Main.Benchmark {

    private static final int SESSIONS = 20;
    private static final int MAILS = 40_000;
    private static final int PAIRS = 3;
    private static final int FOUR_KILOBYTES = 4_096;

    /// What smtp-source puts in front of the length that it is told.
    private static final int ITS_HEADERS = 200;

    private final List<Double> cpu = new ArrayList<>();

    @Override
    public String run() throws Exception {
        Machine.mustHave("smtp-sink", "postfix");
        Machine.mustHave("smtp-source", "postfix");
        var port = Machine.freePort();
        var sink = sink(port);
        var settings = SmtpSettings.parse("smtp://127.0.0.1:" + port + "?starttls=off&connections=" + SESSIONS);
        var writer = new MailWriter(Newsletter.SENDER, new SanitisedMarkdown());
        try (var channel = new SmtpChannel(settings, writer, Clock.systemUTC())) {
            var news = new Newsletter();
            var length = writer.length(news.to(0));
            ours(channel, news);
            cpu.clear();
            return String.format(
                    Locale.ROOT,
                    "{\"benchmark\":\"smtp\",\"sessions\":%d,\"mails\":%d,\"bytes\":%d,\"asLong\":%s,\"of4096\":%s,"
                            + "\"cpuMicroseconds\":%.1f}",
                    SESSIONS,
                    MAILS,
                    length,
                    compare(channel, news, port, length - ITS_HEADERS),
                    compare(channel, news, port, FOUR_KILOBYTES - ITS_HEADERS),
                    Pairs.median(cpu));
        } finally {
            Machine.end(sink);
        }
    }

    private String compare(SmtpChannel channel, Newsletter news, int port, int length) throws Exception {
        var each = Pairs.of(PAIRS, () -> ours(channel, news), () -> source(port, length, List.of()));
        var kept = Pairs.of(PAIRS, () -> ours(channel, news), () -> source(port, length, List.of("-d")));
        return "{\"perSecond\":" + each.json("source") + ",\"perSecondKept\":" + kept.json("source") + "}";
    }

    private static Process sink(int port) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("smtp-sink"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        var sink = new ProcessBuilder(command).inheritIO().start();
        for (var attempt = 0; ; attempt++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return sink;
            } catch (IOException notYet) {
                if (attempt == 50 || !sink.isAlive()) {
                    Machine.end(sink);
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    private double ours(SmtpChannel channel, Newsletter news) throws InterruptedException {
        var next = new AtomicInteger();
        var lost = new AtomicInteger();
        Runnable session = () -> {
            for (var number = next.getAndIncrement(); number < MAILS; number = next.getAndIncrement()) {
                if (!(channel.send(news.to(number)) instanceof Outcome.Accepted)) {
                    lost.incrementAndGet();
                }
            }
        };
        var cpuBefore = ownCpu();
        var begin = System.nanoTime();
        var threads = Stream.generate(() -> Thread.ofPlatform().start(session))
                .limit(SESSIONS)
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (lost.get() > 0) {
            throw new IllegalStateException(lost + " mails were not accepted");
        }
        cpu.add((ownCpu() - cpuBefore) / 1_000.0 / MAILS);
        return MAILS / seconds;
    }

    private static long ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static double source(int port, int length, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("smtp-source", "-s", Integer.toString(SESSIONS), "-l", Integer.toString(length)));
        command.addAll(options);
        command.addAll(List.of("-m", Integer.toString(MAILS), "127.0.0.1:" + port));
        var begin = System.nanoTime();
        Machine.output(command);
        return MAILS / ((System.nanoTime() - begin) / 1e9);
    }
}
