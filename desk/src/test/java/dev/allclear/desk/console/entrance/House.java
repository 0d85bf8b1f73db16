package dev.allclear.desk.console.entrance;

import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.KeptMails;
import dev.allclear.desk.Desk;
import dev.allclear.desk.accounts.Argon2Passwords;
import dev.allclear.desk.console.Console;
import dev.allclear.desk.console.Room;
import dev.allclear.desk.console.Screens;
import dev.allclear.desk.console.audience.AudienceScreens;
import dev.allclear.desk.console.catalogue.CatalogueScreens;
import dev.allclear.desk.console.deliveries.DeliveryScreens;
import dev.allclear.desk.console.incidents.IncidentScreens;
import dev.allclear.desk.console.journal.JournalScreens;
import dev.allclear.desk.console.maintenance.MaintenanceScreens;
import dev.allclear.desk.console.people.PeopleScreens;
import dev.allclear.desk.console.playbooks.PlaybookScreens;
import dev.allclear.desk.console.rehearsals.RehearsalScreens;
import dev.allclear.desk.console.sending.SendingScreens;
import dev.allclear.desk.console.settings.SettingsScreens;
import dev.allclear.desk.console.suppressions.SuppressionScreens;
import dev.allclear.desk.subscriptions.PublicLook;
import dev.allclear.desk.web.ClientAddress;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.desk.web.Limits;
import dev.allclear.desk.web.SessionCookie;
import dev.allclear.operation.SenderDesk;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.sender.Dns;
import dev.allclear.sender.KeyMaker;
import dev.allclear.sender.KeyVault;
import dev.allclear.sender.SelfCheck;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import dev.allclear.testkit.SeededEntropy;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import dev.allclear.wording.Markdown;
import dev.allclear.wording.Permalinks;
import dev.allclear.wording.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The desk's screens on a real server over a real database, for as long as a test needs them.
public final class House implements AutoCloseable {

    public static final Actor TESTER = new Actor("Tester");

    public final SeededEntropy entropy = new SeededEntropy(11);
    public final SqlStore store;
    public final FrontDoors doors;
    public final SenderDesk sender;

    /// What stands in DNS as text, by name.
    public final Map<String, String> zone = new ConcurrentHashMap<>();

    public final List<KeptMails.Mail> mails = new ArrayList<>();

    private final Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private House(InstantSource time, int port) {
        try {
            folder = Files.createTempDirectory("house");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("desk.db")));
        var passwords = new Argon2Passwords();
        var signature = new Signature("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        var installation = URI.create("http://status.example");
        doors = FrontDoors.over(store, time, entropy, passwords, signature, installation, new Kept());
        sender = new SenderDesk(
                store,
                time,
                new KeyMaker(new KeyVault(signature, entropy)),
                new SelfCheck(this::dns, "example.com", "bounce.example.com", Optional.empty()));
        var links = new Permalinks(installation, signature);
        var desk = new Desk(
                doors,
                links,
                new PlainMarkdown(),
                installation,
                _ -> new PublicLook("/assets/page-1.css", "/assets/page-1.js", "/assets/mark-1.svg"),
                Limits.usual(time),
                new ClientAddress(1),
                time,
                entropy,
                (templates, signIn) -> {
                    var room = new Room(doors, templates, links, new PlainMarkdown(), Optional.of(new Kept()), entropy);
                    List<Screens> screens = List.of(
                            new Entrance(room, signIn),
                            new PeopleScreens(room, signIn),
                            new CatalogueScreens(room),
                            new IncidentScreens(room),
                            new MaintenanceScreens(room),
                            new PlaybookScreens(room),
                            new RehearsalScreens(room),
                            new AudienceScreens(room),
                            new SuppressionScreens(room),
                            new DeliveryScreens(room),
                            new JournalScreens(room),
                            new SendingScreens(room, sender),
                            new SettingsScreens(room));
                    return List.of(new Console(room, new SessionCookie(false), screens));
                });
        server = vertx.createHttpServer()
                .requestHandler(desk.handler())
                .listen(port, "127.0.0.1")
                .await();
    }

    private Dns.Reply dns(String name, Dns.Kind kind) {
        var text = zone.get(name);
        return kind == Dns.Kind.TXT && text != null ? new Dns.Reply.Found(List.of(text)) : new Dns.Reply.None();
    }

    public static House open() {
        return new House(new SettableClock(Stories.NOW), 0);
    }

    /// With the machine's own time, on a port that one chooses: to look at it with a browser.
    public static House openAt(int port) {
        return new House(InstantSource.system(), port);
    }

    /// Fernhill's page, one more each time.
    public Page page() {
        return Stories.opened(store);
    }

    /// Shows what was typed, as text.
    private static final class PlainMarkdown implements Markdown {
        @Override
        public String html(String source) {
            return "<p>" + source.replace("&", "&amp;").replace("<", "&lt;") + "</p>";
        }

        @Override
        public String text(String source) {
            return source;
        }
    }

    private final class Kept implements KeptMails {
        @Override
        public List<Summary> list(int limit) {
            return mails.stream().map(Mail::summary).limit(limit).toList();
        }

        @Override
        public Optional<Mail> read(String name) {
            return mails.stream()
                    .filter(mail -> mail.summary().name().equals(name))
                    .findFirst();
        }

        @Override
        public List<DeliveryId> deliveries() {
            return mails.stream()
                    .flatMap(mail -> KeptMails.deliveryOf(mail.summary().name()).stream())
                    .toList();
        }

        @Override
        public void delete(Collection<DeliveryId> deliveries) {
            mails.removeIf(mail -> KeptMails.deliveryOf(mail.summary().name())
                    .filter(deliveries::contains)
                    .isPresent());
        }
    }

    /// What the server said.
    public record Reply(HttpResponse<String> raw) {
        public int status() {
            return raw.statusCode();
        }

        public String body() {
            return raw.body();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /// The cookie that the answer sets, as a browser would send it back.
        public String cookie() {
            var cookie = header("Set-Cookie");
            return cookie.substring(0, cookie.indexOf(';'));
        }

        /// What follows `start` up to the next `end`.
        public String between(String start, String end) {
            var from = body().indexOf(start) + start.length();
            return body().substring(from, body().indexOf(end, from));
        }
    }

    /// Somebody signed in, in front of a browser.
    public final class Person {
        private final Account account;
        private final String cookie;
        private final String token;

        private Person(Account account, String cookie, String token) {
            this.account = account;
            this.cookie = cookie;
            this.token = token;
        }

        public Account account() {
            return account;
        }

        public Reply get(String path) {
            return exchange(request(path).header("Cookie", cookie).GET().build());
        }

        /// @param fields values, or lists of them
        public Reply post(String path, Map<String, ?> fields) {
            return send(path, fields, "&_token=" + token);
        }

        public Reply postWithoutToken(String path, Map<String, ?> fields) {
            return send(path, fields, "");
        }

        private Reply send(String path, Map<String, ?> fields, String more) {
            return exchange(
                    form(path, encode(fields) + more).header("Cookie", cookie).build());
        }
    }

    public Person person(Page page, Role role) {
        var account = Stories.account(Map.of(page.id(), role));
        store.inTransaction(tx -> {
            tx.accounts().save(account);
            return account;
        });
        var entrance = doors.sessions().enter(account);
        return new Person(
                account, "allclear=" + entrance.secret(), entrance.session().formToken());
    }

    public Reply get(String path, String... headers) {
        var request = request(path).GET();
        return exchange((headers.length == 0 ? request : request.headers(headers)).build());
    }

    public Reply post(String path, Map<String, ?> fields) {
        return exchange(form(path, encode(fields)).build());
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /// Each from a client of its own, so that limits don't meet where they aren't meant.
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .header("X-Forwarded-For", "client-" + Stories.unique("c"));
    }

    private Reply exchange(HttpRequest request) {
        try {
            return new Reply(client.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(field ->
                        values(field.getValue()).stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static List<String> values(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
