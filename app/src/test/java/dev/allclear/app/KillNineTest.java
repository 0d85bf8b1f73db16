package dev.allclear.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.language.Language;
import dev.allclear.page.Page;
import dev.allclear.store.SqlStore;
import dev.allclear.store.StoreSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real program, killed with kill -9 while it tells many people: nobody is missed, and only what was in flight is
/// told twice, with the same Message-ID.
///
/// `-Dkillnine.subscribers=100000 -Dkillnine.kills=5` makes it large.
class KillNineTest {

    private static final int SUBSCRIBERS = Integer.getInteger("killnine.subscribers", 2_000);
    private static final int KILLS = Integer.getInteger("killnine.kills", 2);

    /// As many senders as `Allclear` sets up, each with one letter on the wire.
    private static final int IN_FLIGHT = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60 + SUBSCRIBERS / 50);
    private static final String KEY = "ac_only-for-this-test-0123456789abcdef";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Page PAGE = new Page(
            new PageId("fernhill"),
            "fernhill",
            "Fernhill",
            Optional.empty(),
            ZoneOffset.UTC,
            Language.ENGLISH,
            "#2f6f4f",
            Optional.empty(),
            LONG_AGO);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void kill_nine_in_the_middle_of_a_fan_out_misses_nobody() throws Exception {
        var everybody = addSubscribers();
        try (var mails = new MailSink()) {
            var environment = Map.of("ALLCLEAR_API_KEY", KEY, "ALLCLEAR_SMTP_URL", mails.url());
            var first = mails.after(share(1));
            var program = serve(environment);
            try {
                publish(program);
                for (var kill = 1; kill <= KILLS; kill++) {
                    var reached = kill == 1 ? first : mails.after(share(kill));
                    assertThat(reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .as("kill " + kill + " had its moment")
                            .isTrue();
                    program.kill();
                    assertThat(mails.messageIds()).as("killed in the middle").hasSizeLessThan(SUBSCRIBERS);
                    program = serve(environment);
                }
                mails.goOn();
                awaitEnd(program);
            } finally {
                program.close();
            }

            assertThat(mails.messageIds().keySet()).containsExactlyInAnyOrderElementsOf(everybody);
            assertThat(doubles(mails)).as("mails sent twice").isLessThanOrEqualTo(KILLS * IN_FLIGHT);
            assertThat(mails.messageIds().values())
                    .as("every copy has its first one's Message-ID")
                    .allSatisfy(ids -> assertThat(new HashSet<>(ids)).hasSize(1).doesNotContain(""));
            assertThat(mails.messageIds().values().stream().map(List::getFirst)).doesNotHaveDuplicates();
        }
    }

    /// Kills are spread evenly over the mails.
    private static long share(int kill) {
        return (long) SUBSCRIBERS * kill / (KILLS + 1);
    }

    private List<String> addSubscribers() throws IOException {
        var addresses = IntStream.range(0, SUBSCRIBERS)
                .mapToObj(number -> "reader" + number + "@example.com")
                .toList();
        Files.createDirectories(folder.resolve("data"));
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("data/allclear.db")))) {
            store.inTransaction(tx -> {
                tx.pages().add(PAGE);
                addresses.forEach(address -> tx.subscribers().save(subscriber(address)));
                return PAGE;
            });
        }
        return addresses;
    }

    private static Subscriber subscriber(String address) {
        return new Subscriber(
                new SubscriberId(address.substring(0, address.indexOf('@'))),
                PAGE.id(),
                EmailAddress.parse(address),
                new Standing.Confirmed(LONG_AGO, "test"),
                Choice.EVERYTHING,
                Language.ENGLISH,
                Optional.empty(),
                LONG_AGO);
    }

    private ChildProgram serve(Map<String, String> environment) throws IOException {
        return ChildProgram.serve(folder, Map.of(), environment);
    }

    private static void publish(ChildProgram program) throws Exception {
        var incident = """
                {"title": "Card payments fail", "severity": "major", "text": "We are looking into it."}
                """;
        var answer = ask(program, "/api/v1/incidents", Optional.of(incident));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /// Over when nobody waits any more, by the program's own account.
    private static void awaitEnd(ChildProgram program) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ask(program, "/api/v1/announcements", Optional.empty())
                        .body()
                        .replaceAll("\\s", "")
                        .contains("\"waiting\":0,\"sending\":0,\"accepted\":" + SUBSCRIBERS + ","));
    }

    private static HttpResponse<String> ask(ChildProgram program, String path, Optional<String> body) throws Exception {
        var request = HttpRequest.newBuilder(program.base().resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json");
        body.ifPresent(json -> request.POST(HttpRequest.BodyPublishers.ofString(json)));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int doubles(MailSink mails) {
        return mails.messageIds().values().stream().collect(Collectors.summingInt(ids -> ids.size() - 1));
    }
}
