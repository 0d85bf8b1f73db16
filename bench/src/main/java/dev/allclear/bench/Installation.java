package dev.allclear.bench;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Outbox.Progress;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// A database with a page and many readers of it, to measure what it costs to tell them.
final class Installation implements AutoCloseable {

    static final PageId PAGE = new PageId("tidewater");

    private static final int TOGETHER = 5_000;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Entropy entropy = new SecureEntropy();
    private final String url;
    private final SqlStore store;

    private Installation(String url, StoreSettings settings) {
        this.url = url;
        this.store = SqlStore.open(settings);
    }

    static Installation onSqlite(int readers) throws IOException {
        var folder = Files.createTempDirectory("allclear-bench");
        return new Installation("", new StoreSettings.Sqlite(folder.resolve("allclear.db"))).with(readers);
    }

    static Installation onPostgres(int readers) {
        var url = PostgresServer.database();
        return new Installation(url, new StoreSettings.Postgres(url, "", "")).with(readers);
    }

    private Installation with(int readers) {
        var since = Instant.now().minus(Duration.ofDays(300));
        store.inTransaction(tx -> {
            tx.pages()
                    .add(new Page(
                            PAGE,
                            "tidewater",
                            "Tidewater",
                            Optional.empty(),
                            ZoneOffset.UTC,
                            Language.ENGLISH,
                            "#0b6e6e",
                            Optional.empty(),
                            since));
            return PAGE;
        });
        for (var from = 0; from < readers; from += TOGETHER) {
            var first = from;
            store.inTransaction(tx -> {
                for (var number = first; number < Math.min(first + TOGETHER, readers); number++) {
                    tx.subscribers().save(reader(number, since));
                }
                return first;
            });
        }
        return this;
    }

    private Subscriber reader(int number, Instant since) {
        return new Subscriber(
                new SubscriberId(entropy.id()),
                PAGE,
                new EmailAddress("reader" + number + "@example.org"),
                new Standing.Confirmed(since, "the link in the mail"),
                Choice.EVERYTHING,
                Language.ENGLISH,
                Optional.empty(),
                since);
    }

    /// Of the database, for processes that share it.
    String url() {
        return url;
    }

    SqlStore store() {
        return store;
    }

    Entropy entropy() {
        return entropy;
    }

    /// Declares an incident, and announces it to everybody.
    Announcement announce() {
        var now = Instant.now();
        var incident = Incident.declared(
                new IncidentId(entropy.id()),
                PAGE,
                "Card payments fail",
                Severity.MAJOR,
                now,
                new Facts(
                        "Payments by card are refused at the till. Transfers work.",
                        new Workaround.NoneYet(),
                        new RootCause.Unknown(),
                        Optional.empty()),
                Map.of(),
                Stage.INVESTIGATING,
                new Words(
                        new UpdateId(entropy.id()),
                        "Payments by card fail since noon. Transfers work. We are looking for the cause with our card"
                                + " network.",
                        now,
                        "Ines"),
                now.plus(Duration.ofMinutes(30)));
        var announcement = new Announcement(
                new AnnouncementId(entropy.id()),
                PAGE,
                new Subject.OfIncident(incident.id(), incident.first().id()),
                now);
        store.inTransaction(tx -> {
            tx.incidents().add(incident);
            tx.outbox().add(announcement);
            return announcement;
        });
        return announcement;
    }

    /// Until everybody has an outcome that is written down.
    Progress awaitOver(Announcement announcement) throws InterruptedException {
        while (true) {
            var progress = store.reading(tx -> tx.outbox().progress(PAGE, announcement.id()))
                    .orElseThrow();
            if (progress.fannedOut() && progress.tally().isDone()) {
                return progress;
            }
            Thread.sleep(LOOK);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
