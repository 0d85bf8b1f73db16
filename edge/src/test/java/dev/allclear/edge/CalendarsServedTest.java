package dev.allclear.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CalendarsServedTest {

    private final Served served = new Served();

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar.ics",
                "/de/calendar.ics",
                "/p/fernhill/calendar.ics",
                "/components/api/calendar.ics",
                "/p/fernhill/en/groups/shop/calendar.ics",
                "/maintenance/mnt-db.ics"
            })
    void each_calendar_has_its_address(String path) throws Exception {
        served.showing(Fernhill.page());

        var answer = served.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(answer.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void a_calendar_speaks_the_language_that_suits_the_reader() throws Exception {
        served.showing(Fernhill.page());

        assertThat(served.get("/calendar.ics", "Accept-Language", "de").body()).contains("NAME:Fernhill: Wartungen");
        assertThat(served.get("/calendar.ics").body()).contains("NAME:Fernhill: maintenance");
    }

    @Test
    void a_calendar_that_has_not_changed_is_not_sent_again() throws Exception {
        served.showing(Fernhill.page());
        var first = served.get("/calendar.ics");

        var again = served.get("/calendar.ics", "If-None-Match", header(first, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(served.get("/calendar.ics", "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEqualTo("gzip");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
