package dev.allclear.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The recipes that the command writes, in the real proxies, before a product that is dead.
@ExtendWith(Stage.class)
class HoldingProxiesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    @TempDir
    Path folder;

    private final Tallyport tallyport;
    private final HttpClient client = HttpClient.newHttpClient();

    HoldingProxiesTest(Tallyport tallyport) {
        this.tallyport = tallyport;
    }

    @ParameterizedTest
    @EnumSource
    void people_get_the_page_and_programs_get_json_and_nobody_keeps_either(Proxy.Kind kind) throws Exception {
        var holding = tallyport.holdingPage(folder.resolve("holding"));
        try (var proxy = Proxy.start(kind, folder.resolve("proxy"), holding, Proxy.freePort())) {
            await().until(() -> get(proxy, "/", BROWSER).body().contains("Tallyport"));

            for (var path : new String[] {"/", "/cart?item=1", "/assets/shop.js", "/favicon.ico"}) {
                var page = get(proxy, path, BROWSER);
                assertIsHeld(page, "text/html; charset=utf-8");
                assertThat(page.body()).isEqualTo(Files.readString(holding.resolve("holding.html")));
            }
            assertIsHeld(get(proxy, "/assets/shop.css", "text/css,*/*;q=0.1"), "text/html; charset=utf-8");
            for (var path : new String[] {"/api", "/api/orders?open=1"}) {
                assertIsProblem(get(proxy, path, BROWSER), holding);
            }
            assertIsProblem(get(proxy, "/orders", "application/json"), holding);
            assertIsProblem(get(proxy, "/orders", "application/vnd.api+json, */*"), holding);
            assertIsHeld(get(proxy, "/apikeys", "*/*"), "text/html; charset=utf-8");
            assertIsHeld(
                    send(request(proxy, "/cart", BROWSER).POST(BodyPublishers.ofString("item=1"))),
                    "text/html; charset=utf-8");
            var head = send(request(proxy, "/cart", BROWSER).HEAD());
            assertIsHeld(head, "text/html; charset=utf-8");
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_product_is_there_again_as_soon_as_it_is(Proxy.Kind kind) throws Exception {
        var holding = tallyport.holdingPage(folder.resolve("holding"));
        var port = Proxy.freePort();
        try (var proxy = Proxy.start(kind, folder.resolve("proxy"), holding, port)) {
            try (var _ = Shop.open(port)) {
                await().until(() -> get(proxy, "/", BROWSER).body().contains(Shop.WELCOME));
            }
            await().until(() -> get(proxy, "/", BROWSER).body().contains("Tallyport is not available right now"));
            assertIsHeld(get(proxy, "/", BROWSER), "text/html; charset=utf-8");

            try (var _ = Shop.open(port)) {
                await().until(() -> get(proxy, "/", BROWSER).body().contains(Shop.WELCOME));
                assertThat(get(proxy, "/api/orders", "application/json").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static void assertIsProblem(HttpResponse<String> answer, Path holding) throws IOException {
        assertIsHeld(answer, "application/problem+json");
        assertThat(answer.body()).isEqualTo(Files.readString(holding.resolve("holding.json")));
    }

    private static void assertIsHeld(HttpResponse<String> answer, String contentType) {
        assertThat(answer.statusCode()).as(answer.uri() + "").isEqualTo(503);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).contains(contentType);
        assertThat(headers.firstValue("Retry-After")).contains("60");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Vary")).contains("Accept");
    }

    private HttpResponse<String> get(Proxy proxy, String path, String accept) throws IOException, InterruptedException {
        return send(request(proxy, path, accept));
    }

    private static HttpRequest.Builder request(Proxy proxy, String path, String accept) {
        return HttpRequest.newBuilder(proxy.url(path)).header("Accept", accept);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
