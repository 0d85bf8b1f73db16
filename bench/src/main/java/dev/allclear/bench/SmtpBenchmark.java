package dev.allclear.bench;

import dev.allclear.channels.email.MailWriter;
import dev.allclear.channels.email.SmtpChannel;
import dev.allclear.delivery.Outcome;
import dev.allclear.edge.markdown.SanitisedMarkdown;
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

    private final List<Double> cpu = new ArrayList<>();

    @Override
    public String run() throws Exception {
        var writer = new MailWriter(Newsletter.SENDER, new SanitisedMarkdown());
        try (var postfix = Postfix.start();
                var channel = new SmtpChannel(postfix.settings(SESSIONS), writer, Clock.systemUTC())) {
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
                    compare(channel, news, postfix, length),
                    compare(channel, news, postfix, FOUR_KILOBYTES),
                    Pairs.median(cpu));
        }
    }

    private String compare(SmtpChannel channel, Newsletter news, Postfix postfix, int length) throws Exception {
        var each = Pairs.of(PAIRS, () -> ours(channel, news), () -> postfix.source(SESSIONS, MAILS, length));
        var kept = Pairs.of(PAIRS, () -> ours(channel, news), () -> postfix.source(SESSIONS, MAILS, length, "-d"));
        return "{\"perSecond\":" + each.json("source") + ",\"perSecondKept\":" + kept.json("source") + "}";
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
}
