package dev.allclear.desk;

import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.accounts.Argon2Passwords;
import dev.allclear.desk.console.EscapedText;
import dev.allclear.desk.subscriptions.PublicLook;
import dev.allclear.desk.web.ClientAddress;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Limits;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.Actor;
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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A whole desk on a real server and a real database, for as long as a test needs it. Two pages of Fernhill: the
/// first one answers without a prefix, the other one under `/p/<slug>`.
final class DeskServer implements AutoCloseable {

    static {
        // So that tests can ask for a page by its host name.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    static final Actor TESTER = new Actor("Tester");

    final SettableClock clock = new SettableClock(Stories.NOW);
    final SeededEntropy entropy = new SeededEntropy(7);
    final Signature signature = new Signature("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    final SqlStore store;
    final FrontDoors doors;
    final Desk desk;
    final Page page;
    final Page otherPage;

    private final AtomicInteger clients = new AtomicInteger();
    private final Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private DeskServer(boolean withPages) {
        try {
            folder = Files.createTempDirectory("desk");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("desk.db")));
        var passwords = new Argon2Passwords();
        var installation = URI.create("http://status.example");
        doors = FrontDoors.over(store, clock, entropy, passwords, signature, installation, KeptMails.NONE);
        page = withPages ? opened(0) : null;
        otherPage = withPages ? opened(1) : null;
        desk = new Desk(
                doors,
                new Permalinks(installation, signature),
                new EscapedText(),
                installation,
                _ -> new PublicLook("/assets/page-1.css", "/assets/page-1.js", "/assets/mark-1.svg"),
                Limits.usual(clock),
                new ClientAddress(1),
                clock,
                entropy,
                (_, signIn) -> List.of(new Anteroom(signIn)));
        server = vertx.createHttpServer()
                .requestHandler(desk.handler())
                .listen(0, "127.0.0.1")
                .await();
    }

    /// Both are of the same instant, so the store says which of them is the first.
    private Page opened(int place) {
        while (doors.pages().all().size() < 2) {
            Stories.opened(store);
        }
        return doors.pages().all().get(place).value();
    }

    static DeskServer start() {
        return new DeskServer(true);
    }

    /// As it is on the first day.
    static DeskServer startEmpty() {
        return new DeskServer(false);
    }

    int port() {
        return server.actualPort();
    }

    /// Any request, headers given as name, value, name, value. Each comes from a client address of its own unless
    /// it says another, so that limits don't meet where they aren't meant.
    Reply send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!List.of(headers).contains("X-Forwarded-For")) {
            var number = clients.incrementAndGet();
            request.header("X-Forwarded-For", "198.18." + number / 256 % 256 + "." + number % 256);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.build());
    }

    Reply exchange(HttpRequest request) {
        try {
            return new Reply(client.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Reply postForm(String path, Map<String, ?> fields, String... headers) {
        var more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "Content-Type";
        more[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", path, Forms.encode(fields), more);
    }

    /// A request to the API, whose answer must be as `openapi.yaml` says.
    Reply api(String key, String method, String path, String body, String... headers) {
        var whole = path.startsWith("/p/") || path.startsWith("/api/") ? path : "/api/v1" + path;
        var more = Arrays.copyOf(headers, headers.length + 4);
        more[headers.length] = "Authorization";
        more[headers.length + 1] = "Bearer " + key;
        more[headers.length + 2] = "Content-Type";
        more[headers.length + 3] = "application/json";
        var reply = send(method, whole, body, more);
        Contract.check(method, whole, reply);
        return reply;
    }

    String key(Page of, Role scope) {
        return doors.keys()
                .create(of.id(), "for " + scope.key(), scope, Optional.empty(), TESTER)
                .secret();
    }

    /// Somebody signed in.
    ///
    /// @param cookie as the browser sends it
    /// @param token of every form
    record Person(Account account, String cookie, String token) {}

    Person person(Page of, Role role) {
        var account = Stories.account(Map.of(of.id(), role));
        store.inTransaction(tx -> {
            tx.accounts().save(account);
            return account;
        });
        var entrance = doors.sessions().enter(account);
        return new Person(
                account, "allclear=" + entrance.secret(), entrance.session().formToken());
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
