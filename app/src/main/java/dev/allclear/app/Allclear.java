package dev.allclear.app;

import dev.allclear.app.machine.DataFolder;
import dev.allclear.app.machine.SecureEntropy;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.channels.email.FileChannel;
import dev.allclear.channels.email.MailWriter;
import dev.allclear.channels.email.SmtpChannel;
import dev.allclear.channels.email.SmtpSettings;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.Desk;
import dev.allclear.desk.accounts.Argon2Passwords;
import dev.allclear.desk.subscriptions.PublicLook;
import dev.allclear.desk.web.ClientAddress;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Limits;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.edge.EdgeHandler;
import dev.allclear.edge.EdgeServer;
import dev.allclear.edge.EdgeSettings;
import dev.allclear.edge.SiteFolder;
import dev.allclear.edge.Sites;
import dev.allclear.edge.calendar.Calendars;
import dev.allclear.edge.feeds.Feeds;
import dev.allclear.edge.holding.HouseFile;
import dev.allclear.edge.html.HtmlPages;
import dev.allclear.edge.html.Look;
import dev.allclear.edge.live.LiveLimits;
import dev.allclear.edge.live.LiveStream;
import dev.allclear.edge.markdown.RememberedMarkdown;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.edge.statuspage.StatuspageDocuments;
import dev.allclear.engine.Engine;
import dev.allclear.engine.Manning;
import dev.allclear.engine.Node;
import dev.allclear.engine.Provider;
import dev.allclear.engine.Relay;
import dev.allclear.keeping.Forgetting;
import dev.allclear.keeping.Keeper;
import dev.allclear.keeping.Keeping;
import dev.allclear.keeping.WorkKeeper;
import dev.allclear.operation.ReturnDesk;
import dev.allclear.operation.WorkSteps;
import dev.allclear.page.Page;
import dev.allclear.publish.Publisher;
import dev.allclear.returns.ReturnAddresses;
import dev.allclear.suppression.AddressMarks;
import dev.allclear.transaction.Store;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One running installation, put together by hand, top to bottom; taken apart in the opposite order.
public final class Allclear implements AutoCloseable {

    /// How long the page is believed when nobody can make sure that it is still true.
    private static final Duration BELIEVED = Duration.ofSeconds(60);

    /// How many letters are under way at once, how many people are claimed at once, and how many outcomes the database
    /// may not know yet. What is claimed and not sent is taken over by another node after ten seconds.
    /// Of whoever keeps mails as files.
    private static final int SENDERS = 20;

    private final FrontDoors doors;
    private final int port;
    private final Deque<AutoCloseable> parts;

    private Allclear(FrontDoors doors, int port, Deque<AutoCloseable> parts) {
        this.doors = doors;
        this.port = port;
        this.parts = parts;
    }

    /// @throws WrongSetting when a setting turns out to be wrong only now: a data folder in use, a port that is taken
    public static Allclear start(Settings settings) {
        return start(settings, _ -> {});
    }

    /// @param first what is done with the store before anything is published or sent
    public static Allclear start(Settings settings, Consumer<Store> first) {
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            return start(settings, first, parts);
        } catch (Throwable broken) {
            // Whatever it is: what is left open keeps the program alive, and the data folder locked.
            close(parts);
            throw broken;
        }
    }

    private static Allclear start(Settings settings, Consumer<Store> first, Deque<AutoCloseable> parts) {
        var clock = Clock.tickMillis(Clock.systemUTC().getZone());
        var entropy = new SecureEntropy();
        var folder = opened(parts, DataFolder.open(settings.data()));
        var store = opened(parts, Database.open(settings));
        var signature = new Signature(settings.secret().orElseGet(folder::secret));
        var links = new Permalinks(settings.base(), signature);
        var marks = new AddressMarks(signature);
        Markdown markdown = new RememberedMarkdown(new SanitisedMarkdown());
        var returns =
                settings.returning().map(one -> new ReturnAddresses(one.domain(), settings.mailFrom(), signature));
        var signing = new SigningWiring(settings, store, clock, signature, entropy);
        var plain = new MailWriter(settings.mailFrom(), markdown).signedBy(signing.signer());
        var writer = returns.map(one -> plain.returningTo(one::sender).unsubscribedAt(one::leave))
                .orElse(plain);
        var kept = new FileChannel(folder.outbox(), writer);
        var doors = FrontDoors.over(store, clock, entropy, new Argon2Passwords(), signature, settings.base(), kept);
        first.accept(store);
        settings.apiKey().ifPresent(doors.keys()::ensure);

        // The page: rendered on each publication, served from memory.
        var vertx = opened(parts, Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)), Allclear::closed);
        var clients = new ClientAddress(settings.trustedProxies());
        var live = new LiveStream(vertx, LiveLimits.DEFAULT, clients::of);
        var files = opened(parts, new SiteFolder(folder.site()));
        var sites = opened(
                parts,
                new Sites(
                        List.of(
                                new HtmlPages(markdown),
                                new Feeds(markdown),
                                new Calendars(markdown),
                                new StatuspageDocuments(markdown),
                                new HouseFile()),
                        live,
                        Optional.of(files),
                        clock,
                        BELIEVED));
        var publisher = opened(parts, new Publisher(store, clock, links, sites));
        publisher.start();

        // The mails: announced in the change's own transaction, sent from here.
        var providers = providers(settings, writer, kept, clock, parts);
        var receipts = opened(parts, folder.receipts());
        var relay = settings.kafka()
                .map(one -> KafkaWiring.open(one, store, parts::push))
                .orElse(Relay.NONE);
        var senders = senders(settings);
        var manning = settings.kafka().map(_ -> KafkaWiring.own(senders)).orElseGet(() -> manning(senders));
        var node = new Node(store, clock, System::nanoTime, entropy, links, marks, providers, receipts, relay, manning);
        var carrying = settings.kafka().map(_ -> opened(parts, KafkaWiring.carrying(store, clock, node, senders)));
        var engine = opened(parts, new Engine(store, clock, node, manning.senders()));
        if (settings.databaseUrl().isEmpty()) {
            // The folder is ours alone, so whoever was sending when the last process died is dead: nobody waits for
            // them.
            store.inTransaction(tx -> {
                tx.portions().endLeases();
                tx.deliveries().endLeases();
                return tx;
            });
        }
        engine.start();
        carrying.ifPresent(Engine::start);

        // What comes back: bounces, complaints, wishes to leave.
        settings.returning().ifPresent(returning -> {
            var addresses = returns.orElseThrow();
            var desk = new ReturnDesk(store, clock, new AddressMarks(signature), addresses);
            ReturnWiring.open(returning, addresses, desk, parts::push);
        });

        // What falls due by itself: the promises of a next update, and planned work.
        var keeper = new Keeper(store, clock, entropy, doors.incidents());
        var works = new WorkKeeper(store, clock, new WorkSteps(store, clock, entropy));
        var forgetting = new Forgetting(store, clock, signature, kept);
        var keeping = opened(parts, new Keeping(List.of(keeper, works, forgetting), clock));
        keeping.start();

        // The doors: what the public side has no file for goes to the desk.
        var keptMails = settings.mailServers().isEmpty() ? Optional.<KeptMails>of(kept) : Optional.<KeptMails>empty();
        var cookie = new SessionCookie("https".equals(settings.base().getScheme()));
        var console = new ConsoleWiring(doors, signing.desk(), links, markdown, keptMails, cookie, entropy);
        var desk = new Desk(
                doors,
                links,
                markdown,
                settings.base(),
                Allclear::look,
                Limits.usual(clock),
                clients,
                clock,
                entropy,
                console::surfaces);
        var reception = new Reception(desk);
        BooleanSupplier ready = () -> publisher.isRunning()
                && engine.isRunning()
                && carrying.filter(one -> !one.isRunning()).isEmpty()
                && keeping.isRunning();
        Supplier<Optional<String>> away = () -> Optional.of("Kafka").filter(_ -> relay.room() == Relay.Room.AWAY);
        var edge = new EdgeHandler(
                sites, live, new EdgeSettings(hosts(settings), ready, Set.of("/subscribe"), away), clock, reception);
        reception.otherwise(edge::notFound);
        var server = new EdgeServer(vertx, edge, Runtime.getRuntime().availableProcessors(), EdgeServer.PATIENCE);
        return new Allclear(doors, listen(server, settings), parts);
    }

    private static PublicLook look(Page page) {
        var look = Look.of(page);
        return new PublicLook(look.style(), look.script(), look.mark());
    }

    private static List<Provider> providers(
            Settings settings, MailWriter writer, FileChannel kept, Clock clock, Deque<AutoCloseable> parts) {
        if (settings.mailServers().isEmpty()) {
            return List.of(Provider.unlimited("kept mails", kept));
        }
        return settings.mailServers().stream()
                .map(server -> provider(opened(parts, new SmtpChannel(server, writer, clock)), server))
                .toList();
    }

    private static Provider provider(SmtpChannel channel, SmtpSettings server) {
        var pace = server.pace();
        return new Provider(
                channel.name(), channel, pace.isPresent() ? Optional.of(pace.getAsDouble()) : Optional.empty());
    }

    /// As many as the mail server may have connections: whoever waited for one could not be stopped any more.
    private static int senders(Settings settings) {
        return settings.mailServers().stream()
                .mapToInt(SmtpSettings::connections)
                .findFirst()
                .orElse(SENDERS);
    }

    private static Manning manning(int senders) {
        return new Manning(senders, 500, Math.max(80, 2 * senders), Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    private static Set<String> hosts(Settings settings) {
        return settings.strictHosts()
                ? Stream.of(settings.base().getHost(), "127.0.0.1", "localhost").collect(Collectors.toSet())
                : Set.of();
    }

    private static int listen(EdgeServer server, Settings settings) {
        try {
            return server.listen(settings.host(), settings.port()).await();
        } catch (Exception taken) {
            // Vert.x throws what happened as it is, checked or not: a BindException, an UnknownHostException.
            throw new WrongSetting("Can't listen on " + settings.host() + ":" + settings.port()
                    + ": another program has it, or it isn't this machine's. Choose another with --port.");
        }
    }

    public FrontDoors doors() {
        return doors;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        close(parts);
    }

    private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
        parts.push(part);
        return part;
    }

    /// How to close a part that is not closed by a plain `close()`.
    private interface Closing<T> {
        void close(T part);
    }

    private static <T> T opened(Deque<AutoCloseable> parts, T part, Closing<T> closing) {
        parts.push(() -> closing.close(part));
        return part;
    }

    private static void closed(Vertx vertx) {
        vertx.close().await();
    }

    private static void close(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception stuck) {
                System.getLogger(Allclear.class.getName())
                        .log(System.Logger.Level.WARNING, "could not close cleanly", stuck);
            }
        }
    }
}
