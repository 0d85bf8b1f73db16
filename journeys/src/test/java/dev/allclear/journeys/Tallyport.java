package dev.allclear.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.app.Allclear;
import dev.allclear.app.command.CommandTree;
import dev.allclear.app.demo.DemoStory;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.Settings;
import dev.allclear.app.settings.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The whole product, started once for all journeys, with the demo's story in it.
final class Tallyport implements AutoCloseable {

    /// The incident that is open in the story.
    static final String OPEN_INCIDENT = "Card payments fail for some shoppers in Europe";

    private static final String KEY = "ac_journeys-0123456789-0123456789-abcd";
    private static final long SEED = 20_261_122;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final Allclear allclear;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    private final Path data;

    private Tallyport(Allclear allclear, URI base, Path data) {
        this.allclear = allclear;
        this.base = base;
        this.data = data;
    }

    static Tallyport open(Path folder) throws IOException {
        var flags = Map.of(
                Setting.DATA, folder.toString(),
                Setting.PORT, String.valueOf(freePort()),
                Setting.API_KEY, KEY);
        var settings = Settings.from(Sources.read(flags, Map.of(), folder));
        var allclear = Allclear.start(settings, store -> new DemoStory(store, Instant.now(), SEED).tell());
        var tallyport = new Tallyport(allclear, settings.base(), folder);
        await().atMost(Duration.ofSeconds(30)).until(() -> tallyport.get("/").statusCode() == 200);
        return tallyport;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    URI base() {
        return base;
    }

    String url(String path) {
        return base + path;
    }

    /// @param headers names and values in turn
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What whoever holds the machine gives to somebody who can't sign in: works once.
    String signInLink() {
        var page = allclear.doors().pages().all().getFirst().value().id();
        var owner = allclear.doors().accounts().people(page).getFirst();
        return url("/desk/sign-in/" + allclear.doors().sessions().signInLink(owner.id()));
    }

    /// What stands in place of the product while that is down, written by the command beside the running server.
    ///
    /// @param options of the command
    /// @return the folder
    Path holdingPage(Path folder, String... options) {
        var command = new ArrayList<>(
                List.of("holding-page", folder.toString(), "--data", data.toString(), "--base-url", base.toString()));
        command.addAll(List.of(options));
        assertThat(CommandTree.run(command.toArray(String[]::new))).isZero();
        return folder;
    }

    /// Declares an incident as a program would.
    ///
    /// @return its id
    String declare(String title) {
        var answer = post("/api/v1/incidents", """
                {"title": "%s", "severity": "minor", "text": "We are looking into it."}
                """.formatted(title));
        var id = ID.matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        return id.group(1);
    }

    void update(String incident, String text) {
        post("/api/v1/incidents/" + incident + "/updates", """
                {"stage": "identified", "text": "%s"}
                """.formatted(text));
    }

    void resolve(String incident, String text) {
        post("/api/v1/incidents/" + incident + "/resolution", """
                {"text": "%s"}
                """.formatted(text));
    }

    /// Publishing follows the answer; returns when readers get the text.
    void awaitOnPage(String text) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get("/en/").body().contains(text));
    }

    private String post(String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        var answer = client.sendAsync(request, BodyHandlers.ofString()).join();
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
        allclear.close();
    }
}
