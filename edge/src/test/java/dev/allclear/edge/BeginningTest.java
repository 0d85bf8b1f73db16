package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.page.PublicPage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// After a start the page stands at once; its history is on the way, and who asks for it waits.
final class BeginningTest {

    private final Served served = new Served(new FrontFirst(), Runnable::run);

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void the_front_is_served_before_the_rest_is_made() throws Exception {
        served.sites.showFirst(Fernhill.calm(), Fernhill.BASE, true);

        assertThat(served.get("/").body()).contains("Status: operational");
        assertThat(served.get("/desk").body()).isEqualTo("others: GET /desk");
    }

    @Test
    void who_asks_for_more_gets_it_as_soon_as_it_is_made() throws Exception {
        served.sites.showFirst(Fernhill.calm(), Fernhill.BASE, true);
        var history = asked("/history");
        var nowhere = asked("/nowhere");
        assertThat(served.get("/").statusCode()).isEqualTo(200);
        assertThat(history).isNotDone();

        served.showing(Fernhill.calm());

        assertThat(history.get().body()).isEqualTo("<p>History</p>");
        assertThat(nowhere.get().statusCode()).isEqualTo(404);
        assertThat(nowhere.get().body()).isEqualTo("<p>Nothing here</p>");
    }

    @Test
    void a_rest_that_never_comes_is_told_within_seconds() throws Exception {
        served.sites.showFirst(Fernhill.calm(), Fernhill.BASE, true);

        var answer = asked("/history").get();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
    }

    @Test
    void what_has_begun_grows_old_like_everything_else() throws Exception {
        served.sites.showFirst(Fernhill.calm(), Fernhill.BASE, true);

        served.now.updateAndGet(now -> now.plus(Served.BELIEVED).plusMillis(1));

        assertThat(served.get("/").statusCode()).isEqualTo(503);
    }

    private CompletableFuture<HttpResponse<String>> asked(String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return served.get(path, "Accept-Language", "en");
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private record FrontFirst() implements Renderer {

        @Override
        public List<SiteFile> front(PublicPage page, URI base) {
            return Served.html(page, base).stream().filter(FrontFirst::isFront).toList();
        }

        @Override
        public List<SiteFile> rest(PublicPage page, URI base) {
            return Served.html(page, base).stream()
                    .filter(file -> !isFront(file))
                    .toList();
        }

        private static boolean isFront(SiteFile file) {
            return file.path().endsWith("/en/index.html");
        }
    }
}
