package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Green is never shown from what nobody has confirmed for a while.
final class StaleTest {

    private static final Duration LONG = Served.BELIEVED.plusMillis(1);

    private final Served served = new Served().showing(Fernhill.calm());

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void what_was_confirmed_is_shown_as_it_is() throws Exception {
        served.now.updateAndGet(now -> now.plus(Served.BELIEVED));

        assertThat(served.get("/").body()).contains("Status: operational").doesNotContain("unconfirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/de/", "/api/v2/status.json", "/api/v2/summary.json", "/api/v2/components.json"})
    void what_was_not_confirmed_for_a_while_is_green_nowhere(String path) throws Exception {
        served.now.updateAndGet(now -> now.plus(LONG));

        assertThat(served.get(path).body()).doesNotContain("operational", "All Systems");
    }

    @Test
    void a_copy_of_the_green_page_does_not_pass_for_current() throws Exception {
        var tag = served.get("/").headers().firstValue("ETag").orElseThrow();
        served.now.updateAndGet(now -> now.plus(LONG));

        assertThat(served.get("/", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void feeds_stay_what_they_are() throws Exception {
        var before = served.get("/history.atom").body();
        served.now.updateAndGet(now -> now.plus(LONG));

        assertThat(served.get("/history.atom").body()).isEqualTo(before);
    }

    @Test
    void a_confirmation_keeps_it_current_and_brings_it_back() throws Exception {
        var page = Fernhill.calm().page().id();
        served.now.updateAndGet(now -> now.plus(LONG));

        served.sites.confirm(page, served.now.get());

        assertThat(served.get("/").body()).contains("Status: operational");
    }

    @Test
    void names_the_instant_of_the_last_confirmation() throws Exception {
        var page = Fernhill.calm().page().id();
        var last = served.now.updateAndGet(now -> now.plusSeconds(3_000));
        served.sites.confirm(page, last);
        served.now.updateAndGet(now -> now.plus(LONG));

        served.sites.watch();

        assertThat(served.get("/").body()).contains("unconfirmed since " + last);
    }

    @Test
    void a_clock_set_back_does_not_make_old_news_current() {
        var confirmation = new Confirmation(Fernhill.NOW, 0);
        var hourEarlier = Fernhill.NOW.minusSeconds(3_600).toEpochMilli();

        assertThat(confirmation.holds(hourEarlier, LONG.toNanos(), Served.BELIEVED))
                .isFalse();
    }

    @Test
    void a_machine_that_slept_does_not_take_yesterday_for_now() {
        var confirmation = new Confirmation(Fernhill.NOW, 0);
        var nextDay = Fernhill.NOW.plusSeconds(86_400).toEpochMilli();

        assertThat(confirmation.holds(nextDay, 1_000, Served.BELIEVED)).isFalse();
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() throws Exception {
        served.showing(Fernhill.page(3, List.of(Fernhill.outage()), List.of()));

        served.showing(Fernhill.page(2, List.of(), List.of()));

        assertThat(served.get("/").body()).contains("partial_outage");
    }
}
