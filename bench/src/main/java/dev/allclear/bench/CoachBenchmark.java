package dev.allclear.bench;

import dev.allclear.coach.Coach;
import dev.allclear.coach.Manuscript;
import dev.allclear.coach.Manuscript.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How long the writing coach takes for a message of 200 words, as its author types it.
final class CoachBenchmark implements Main.Benchmark {

    private static final int WORDS = 200;
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 5_000;

    private static final List<String> SENTENCES = List.of(
            "Card payments fail for about one in ten customers in Europe since 14:05 UTC.",
            "Orders are kept, and nothing that was paid is lost.",
            "Our network team is moving the traffic to a second provider, which takes longer than we thought.",
            "You can still pay by bank transfer, or ask the shop to send an invoice.",
            "We have ruled out our own connection and are testing the way through another region.",
            "Some pages load slowly meanwhile; reports and exports work.",
            "If you see an empty basket, please reload the page before you order again.",
            "We do not know yet when payments will work again.",
            "Next update by 15:00 UTC, earlier if something changes.");

    @Override
    public String run() {
        var started = System.nanoTime();
        var coach = Coach.create();
        var loaded = System.nanoTime() - started;
        var sent = 0L;
        for (var i = 0; i < WARM_UP; i++) {
            sent += coach.review(message(i)).findings().size();
        }
        var times = new long[MEASURED];
        var all = System.nanoTime();
        for (var i = 0; i < MEASURED; i++) {
            var message = message(i);
            var from = System.nanoTime();
            sent += coach.review(message).findings().size();
            times[i] = System.nanoTime() - from;
        }
        var seconds = (System.nanoTime() - all) / 1e9;
        Arrays.sort(times);
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"coach\",\"words\":%d,\"medianMilliseconds\":%.3f,\"p99Milliseconds\":%.3f,"
                        + "\"messagesPerSecond\":%.0f,\"loadMilliseconds\":%.0f,\"findings\":%d}",
                WORDS,
                times[MEASURED / 2] / 1e6,
                times[MEASURED * 99 / 100] / 1e6,
                MEASURED / seconds,
                loaded / 1e6,
                sent);
    }

    /// The same sentences in another order each time, so that nothing is measured twice.
    private static Manuscript message(int turn) {
        var body = new StringBuilder();
        var words = 0;
        for (var i = turn; words < WORDS; i++) {
            var sentence = SENTENCES.get(Math.floorMod(i * (1 + turn % 4), SENTENCES.size()));
            body.append(sentence).append(' ');
            words += sentence.split(" ", -1).length;
        }
        var phases = Phase.values();
        return Manuscript.of(phases[turn % phases.length], "Card payments fail for some customers", body.toString());
    }
}
