package dev.allclear.app;

import dev.allclear.PageId;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.app.settings.Settings;
import dev.allclear.audience.Choice;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.channels.email.FileChannel;
import dev.allclear.channels.email.MailWriter;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Receipts;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.operation.Declaration;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.Release;
import dev.allclear.operation.Word;
import dev.allclear.page.Page;
import dev.allclear.people.Actor;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Declares an incident that nobody sees and writes a mail that goes nowhere, in a store of its own that is gone
/// afterwards. What a program does for the first time takes it many times as long, and else the first time would be an
/// outage.
public final class Practice {

    private static final Logger LOG = System.getLogger(Practice.class.getName());
    private static final Actor NOBODY = new Actor("practice");
    private static final PageId PAGE = new PageId("practice");
    private static final Manning ONE = new Manning(1, 10, 10, Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final Settings settings;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final SecureEntropy entropy = new SecureEntropy();

    Practice(Settings settings) {
        this.settings = settings;
    }

    /// Beside whatever else is done.
    public static void begin(Settings settings) {
        Thread.ofPlatform().daemon().name("practice").start(() -> take(settings));
    }

    public static void take(Settings settings) {
        try {
            new Practice(settings).take();
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.WARNING, "could not practise; the first incident takes a second longer", broken);
        }
    }

    /// Leaves nothing behind.
    void take() throws IOException {
        var folder = settings.data().resolve("practice");
        // The process before this one may have ended in the middle of it.
        erase(folder);
        Files.createDirectories(folder);
        try {
            incident(folder);
        } finally {
            erase(folder);
        }
    }

    private static void erase(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void incident(Path folder) {
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("practice.db")))) {
            store.inTransaction(tx -> {
                tx.pages().add(page());
                tx.subscribers().save(reader());
                return tx;
            });
            var node = node(store, folder);
            var desk = new IncidentDesk(store, clock, entropy);
            var incident = desk.declare(PAGE, declaration(), NOBODY).value();
            told(node);
            var next = new Word(
                    Stage.IDENTIFIED, "A full disk refuses uploads. We add space.", Optional.empty(), Optional.empty());
            desk.postUpdate(PAGE, incident.id(), next, Release.by(NOBODY));
            told(node);
        }
    }

    private Page page() {
        return new Page(
                PAGE,
                "practice",
                "Practice",
                Optional.empty(),
                ZoneOffset.UTC,
                Language.ENGLISH,
                "#1f6feb",
                Optional.empty(),
                clock.instant());
    }

    private Subscriber reader() {
        return new Subscriber(
                new SubscriberId("reader"),
                PAGE,
                settings.mailFrom(),
                new Standing.Confirmed(clock.instant(), "practice"),
                Choice.EVERYTHING,
                Language.ENGLISH,
                Optional.empty(),
                clock.instant());
    }

    private static Declaration declaration() {
        return new Declaration(
                "Uploads fail",
                Severity.MAJOR,
                Stage.INVESTIGATING,
                "Uploads fail for all customers. Downloads work. We look for the cause.",
                new Facts("Uploads fail.", new Workaround.NoneYet(), new RootCause.Unknown(), Optional.empty()),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Node node(Store store, Path folder) {
        var signature = new Signature(new byte[32]);
        var kept =
                new FileChannel(folder.resolve("mails"), new MailWriter(settings.mailFrom(), new SanitisedMarkdown()));
        return new Node(
                store,
                clock,
                System::nanoTime,
                entropy,
                new Permalinks(settings.base(), signature),
                new AddressMarks(signature),
                List.of(Provider.unlimited("practice", kept)),
                Receipts.NONE,
                ONE);
    }

    private static void told(Node node) {
        while (node.fill()) {
            // Whoever must hear.
        }
        for (var errand = node.begin(); errand.isPresent(); errand = node.begin()) {
            node.end(errand.get(), node.carry(errand.get()));
        }
        node.writeDown();
    }
}
