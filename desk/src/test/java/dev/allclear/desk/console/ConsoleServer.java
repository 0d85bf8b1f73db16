package dev.allclear.desk.console;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.Desk;
import dev.allclear.desk.accounts.Argon2Passwords;
import dev.allclear.desk.console.approval.ApprovalScreens;
import dev.allclear.desk.console.deliveries.DeliveryScreens;
import dev.allclear.desk.console.incidents.IncidentScreens;
import dev.allclear.desk.console.playbooks.PlaybookScreens;
import dev.allclear.desk.console.rehearsals.RehearsalScreens;
import dev.allclear.desk.console.review.ReviewScreens;
import dev.allclear.desk.subscriptions.PublicLook;
import dev.allclear.desk.web.ClientAddress;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Limits;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.incident.Incident;
import dev.allclear.page.Page;
import dev.allclear.people.Role;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.SeededEntropy;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The console of Fernhill's desk on a real server and a real database, for as long as a test needs it.
public final class ConsoleServer implements AutoCloseable {

    public final SettableClock clock = new SettableClock(Stories.NOW);
    public final SqlStore store;
    public final FrontDoors doors;
    public final Page page;

    private final Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ConsoleServer(int port) {
        try {
            folder = Files.createTempDirectory("console");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("desk.db")));
        var entropy = new SeededEntropy(11);
        var signature = new Signature("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        var passwords = new Argon2Passwords();
        var installation = URI.create("http://status.example");
        doors = FrontDoors.over(store, clock, entropy, passwords, signature, installation, KeptMails.NONE);
        page = Stories.opened(store);
        var links = new Permalinks(installation, signature);
        var desk = new Desk(
                doors,
                links,
                new EscapedText(),
                installation,
                _ -> new PublicLook("/assets/page-1.css", "/assets/page-1.js", "/assets/mark-1.svg"),
                Limits.usual(clock),
                new ClientAddress(1),
                clock,
                entropy,
                (templates, _) -> {
                    var room = new Room(doors, templates, links, new EscapedText(), Optional.empty(), entropy);
                    return List.of(new Console(
                            room,
                            new SessionCookie(false),
                            List.of(
                                    new IncidentScreens(room),
                                    new ApprovalScreens(room),
                                    new DeliveryScreens(room),
                                    new PlaybookScreens(room),
                                    new RehearsalScreens(room),
                                    new ReviewScreens(room))));
                });
        server = vertx.createHttpServer()
                .requestHandler(desk.handler())
                .listen(port, "127.0.0.1")
                .await();
    }

    public static ConsoleServer start() {
        return new ConsoleServer(0);
    }

    public static ConsoleServer startAt(int port) {
        return new ConsoleServer(port);
    }

    /// Somebody signed in, at a browser.
    public Browser somebody(Role role) {
        return browser(Map.of(page.id(), role));
    }

    /// Somebody signed in who has no role here.
    public Browser stranger() {
        return browser(Map.of());
    }

    private Browser browser(Map<PageId, Role> roles) {
        var account = Stories.account(roles);
        store.inTransaction(tx -> {
            tx.accounts().save(account);
            return account;
        });
        var entrance = doors.sessions().enter(account);
        return new Browser(
                client,
                URI.create("http://127.0.0.1:" + server.actualPort()),
                "allclear=" + entrance.secret(),
                entrance.session().formToken());
    }

    public void subscribed(String name, Choice choice) {
        var subscriber = Stories.subscriber(page.id(), name);
        store.inTransaction(tx -> {
            tx.subscribers().save(subscriber.choosing(choice, subscriber.language(), subscriber.zone()));
            return subscriber;
        });
    }

    /// Nobody listens any more.
    public void everybodyUnsubscribes() {
        store.inTransaction(tx -> {
            var all = tx.subscribers().confirmedAfter(page.id(), Optional.empty(), 100);
            all.forEach(one -> tx.subscribers().erase(page.id(), one.id()));
            return all;
        });
    }

    /// All incidents, newest first.
    public List<Incident> incidents() {
        return store.reading(tx -> tx.incidents().all(page.id())).stream()
                .map(stored -> stored.value())
                .toList();
    }

    public long drafts() {
        return store.reading(tx -> tx.drafts().all(page.id())).size();
    }

    @Override
    public void close() {
        server.close().await();
        vertx.close().await();
        store.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
