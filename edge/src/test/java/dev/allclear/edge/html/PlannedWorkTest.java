package dev.allclear.edge.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PlannedWorkTest {

    @Test
    void running_work_says_until_when_without_javascript() {
        for (var path : new String[] {"/en/index.html", "/en/maintenance/mnt-api/index.html"}) {
            assertThat(page(path))
                    .contains("data-from=\"2026-03-04T10:01:00Z\" data-to=\"2026-03-04T12:00:00Z\"")
                    .contains("Until <time datetime=\"2026-03-04T12:00:00Z\">4 Mar 2026, 13:00\u00a0CET</time>.");
        }
    }

    @Test
    void work_ahead_can_be_taken_over_into_a_calendar() {
        var link = "href=\"/de/maintenance/mnt-db.ics\"";

        assertThat(page("/de/index.html"))
                .contains(link)
                .contains("href=\"webcal://status.fernhill.example/de/calendar.ics\"");
        assertThat(page("/de/maintenance/mnt-db/index.html")).contains(link);
        assertThat(page("/de/maintenance/mnt-net/index.html")).doesNotContain("mnt-net.ics");
    }

    @Test
    void every_page_names_its_calendar_beside_the_feeds() {
        assertThat(page("/en/history/index.html")).contains("href=\"/en/calendar.ics\">Calendar</a>");
        assertThat(page("/en/components/api/index.html"))
                .contains("webcal://status.fernhill.example/en/components/api/calendar.ics");
    }

    private static String page(String path) {
        return new HtmlPages(new SanitisedMarkdown())
                .all(Fernhill.page(), Fernhill.BASE).stream()
                        .filter(file -> file.path().equals(path))
                        .map(SiteFile::body)
                        .map(body -> new String(body, StandardCharsets.UTF_8))
                        .findFirst()
                        .orElseThrow();
    }
}
