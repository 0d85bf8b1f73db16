package dev.allclear.bench;

import dev.allclear.app.machine.FileReceipts;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.audience.Subscriber;
import dev.allclear.channels.dkim.Crypto;
import dev.allclear.channels.dkim.DkimKey;
import dev.allclear.channels.dkim.DkimSigner;
import dev.allclear.channels.email.MailWriter;
import dev.allclear.channels.email.SmtpChannel;
import dev.allclear.delivery.Channel;
import dev.allclear.delivery.Delivery;
import dev.allclear.delivery.Delivery.Kind;
import dev.allclear.delivery.Delivery.State;
import dev.allclear.delivery.Outcome;
import dev.allclear.delivery.Portion;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.sender.KeyMaker;
import dev.allclear.sender.KeyVault;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An announcement to many people, from the outbox to Postfix's sink with every outcome written down, beside Postfix's
/// own source, which writes nothing down: with a connection for each mail, as it is, and with kept connections. Then
/// the same with a channel that takes everything at once, which leaves what we do ourselves, and bookkeeping alone.
///
/// Gates: 1.0 of the source as it is, 0.35 of it with kept connections; bookkeeping of 20,000 people a second on
/// PostgreSQL and 8,000 on SQLite.
final class FanoutBenchmark implements Main.Benchmark {

    private static final int PEOPLE = 40_000;
    private static final int PAIRS = 3;
    private static final int FOUR_KILOBYTES = 4_096;
    private static final Manning MANNING = new Manning(20, 500, 80, Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final Clock CLOCK = Clock.systemUTC();

    @Override
    public String run() throws Exception {
        try (var postfix = Postfix.start();
                var sqlite = Installation.onSqlite(PEOPLE);
                var postgres = Installation.onPostgres(PEOPLE)) {
            return "{\"benchmark\":\"fanout\",\"people\":" + PEOPLE + ",\"sqlite\":" + on(sqlite, postfix)
                    + ",\"postgres\":" + on(postgres, postfix) + "}";
        }
    }

    private static String on(Installation installation, Postfix postfix) throws Exception {
        // First for the compiler, here and below.
        told(installation, _ -> new Outcome.Accepted("250"));
        var result = new StringBuilder();
        try (var smtp = new SmtpChannel(postfix.settings(MANNING.senders()), writer(), CLOCK)) {
            told(installation, smtp);
            told(installation, smtp);
            var each = Pairs.of(
                    PAIRS,
                    () -> told(installation, smtp),
                    () -> postfix.source(MANNING.senders(), PEOPLE, FOUR_KILOBYTES));
            var kept = Pairs.of(
                    PAIRS,
                    () -> told(installation, smtp),
                    () -> postfix.source(MANNING.senders(), PEOPLE, FOUR_KILOBYTES, "-d"));
            result.append("{\"mailsPerSecond\":")
                    .append(each.json("source"))
                    .append(",\"besideKept\":")
                    .append(kept.json("source"));
        }
        try (var signed = new SmtpChannel(postfix.settings(MANNING.senders()), signing(), CLOCK)) {
            result.append(number(",\"signed\":%.0f", told(installation, signed)));
        }
        result.append(number(",\"withoutMail\":%.0f", told(installation, _ -> new Outcome.Accepted("250"))));
        result.append(number(",\"bookkeeping\":%.0f}", bookkeeping(installation)));
        return result.toString();
    }

    private static String number(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    static MailWriter writer() {
        return new MailWriter(Newsletter.SENDER, new SanitisedMarkdown());
    }

    /// @return people a second
    static double told(Installation installation, Channel channel) throws InterruptedException, IOException {
        var signature = new Signature(new byte[32]);
        var receipts = FileReceipts.in(Files.createTempDirectory("allclear-bench"));
        var node = new Node(
                installation.store(),
                CLOCK,
                System::nanoTime,
                installation.entropy(),
                new Permalinks(URI.create("https://status.example.com"), signature),
                new AddressMarks(signature),
                List.of(Provider.unlimited("sink", channel)),
                receipts,
                MANNING);
        try (var engine = new Engine(installation.store(), CLOCK, node, MANNING.senders())) {
            engine.start();
            var begin = System.nanoTime();
            var announcement = installation.announce();
            var tally = installation.awaitOver(announcement).tally();
            var seconds = (System.nanoTime() - begin) / 1e9;
            if (tally.of(Kind.ACCEPTED) != PEOPLE) {
                throw new IllegalStateException("not everybody was told: " + tally);
            }
            return PEOPLE / seconds;
        }
    }

    /// Everything that the database does, and nothing else: portions claimed, their people read, an outcome for each
    /// written down in groups as large as an engine's, portions ended.
    ///
    /// @return people a second
    static double bookkeeping(Installation installation) {
        var store = installation.store();
        installation.announce();
        var written = 0;
        var begin = System.nanoTime();
        while (written < PEOPLE) {
            var portion = store.inTransaction(
                            tx -> tx.portions().take(MANNING.portion(), CLOCK.instant(), MANNING.lease()))
                    .orElseThrow();
            var people = store.reading(
                    tx -> tx.subscribers().confirmedWithin(Installation.PAGE, portion.after(), portion.upto()));
            var outcomes =
                    people.stream().map(person -> accepted(portion, person)).toList();
            for (var from = 0; from < outcomes.size(); from += MANNING.unwritten()) {
                var group = outcomes.subList(from, Math.min(from + MANNING.unwritten(), outcomes.size()));
                store.inTransaction(tx -> tx.deliveries().add(portion, group));
            }
            store.inTransaction(tx -> {
                tx.portions().finish(portion);
                return portion;
            });
            written += people.size();
        }
        return PEOPLE / ((System.nanoTime() - begin) / 1e9);
    }

    private static Delivery accepted(Portion portion, Subscriber person) {
        var announcement = portion.announcement();
        return new Delivery(
                announcement.id(),
                Installation.PAGE,
                announcement.subject().thread(),
                person.id(),
                person.address(),
                1,
                new State.Accepted(CLOCK.instant(), "250 2.0.0 Ok: queued as 4F2A81"));
    }

    private static MailWriter signing() {
        var vault = new KeyVault(new Signature(new byte[32]), new SecureEntropy());
        var made = new KeyMaker(vault).make("example.com", "bench", CLOCK.instant());
        var crypto = Crypto.fastest();
        var key = new DkimKey(made.domain(), made.selector(), crypto.read(vault.open(made)));
        return writer().signedBy(new DkimSigner(() -> Optional.of(key), crypto));
    }
}
