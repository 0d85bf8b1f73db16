package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.allclear.page.PublicPage;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The stale form is made behind the readers' backs. When that fails, it is made later, and the desk stays open.
final class StaleRenderingTest {

    private final Queue<Runnable> behind = new ArrayDeque<>();
    private boolean works;
    private final Served served = new Served(this::html, behind::add).showing(Fernhill.calm());

    @AfterEach
    void stop() {
        served.close();
    }

    private List<SiteFile> html(PublicPage page, URI base) {
        if (!page.confirmed() && !works) {
            throw new IllegalStateException("cannot say that it is stale");
        }
        return Served.html(page, base);
    }

    @Test
    void a_failure_is_not_the_end_of_whoever_renders_behind() {
        assertThatCode(() -> behind.remove().run()).doesNotThrowAnyException();
    }

    @Test
    void while_there_is_nothing_to_show_readers_are_told_to_come_back_and_the_desk_answers() throws Exception {
        behind.remove().run();
        served.now.updateAndGet(now -> now.plus(Served.BELIEVED).plusMillis(1));
        served.sites.watch();

        for (var path : List.of("/", "/de/", "/nowhere", "/api/v2/status.json")) {
            assertThat(served.get(path).statusCode()).as(path).isEqualTo(503);
        }
        assertThat(served.get("/desk").body()).isEqualTo("others: GET /desk");
        assertThat(served.get("/desk/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void what_failed_once_is_made_a_second_later() throws Exception {
        behind.remove().run();
        works = true;

        served.sites.watch();
        served.now.updateAndGet(now -> now.plus(Served.BELIEVED).plusMillis(1));

        assertThat(served.get("/").body()).contains("unconfirmed since " + Fernhill.NOW);
    }
}
