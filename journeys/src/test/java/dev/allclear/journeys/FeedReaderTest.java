package dev.allclear.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs read over HTTP: feeds by a parser that other people wrote, and only once what hasn't changed.
@ExtendWith(Stage.class)
class FeedReaderTest {

    private final Tallyport tallyport;

    FeedReaderTest(Tallyport tallyport) {
        this.tallyport = tallyport;
    }

    @ParameterizedTest
    @CsvSource({"/history.rss, rss_2.0, application/rss+xml", "/history.atom, atom_1.0, application/atom+xml"})
    void rome_reads_the_feed(String path, String type, String contentType) throws Exception {
        var answer = tallyport.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(contentType);

        var feed = new SyndFeedInput().build(new StringReader(answer.body()));
        assertThat(feed.getFeedType()).isEqualTo(type);
        assertThat(feed.getTitle()).contains("Tallyport");
        assertThat(feed.getEntries()).hasSizeGreaterThan(5).allSatisfy(entry -> {
            assertThat(entry.getTitle()).isNotBlank();
            assertThat(entry.getLink()).startsWith(tallyport.base() + "/");
            assertThat(entry.getPublishedDate()).isNotNull();
        });
        assertThat(feed.getEntries().stream().map(entry -> entry.getUri())).doesNotHaveDuplicates();
        assertThat(feed.getEntries().stream().map(entry -> entry.getTitle()))
                .anyMatch(title -> title.contains(Tallyport.OPEN_INCIDENT));
    }

    @Test
    void each_link_of_the_feed_leads_somewhere() throws Exception {
        var feed = new SyndFeedInput()
                .build(new StringReader(tallyport.get("/history.atom").body()));
        for (var entry : feed.getEntries()) {
            var path = entry.getLink().substring(tallyport.base().toString().length());
            assertThat(tallyport.get(path).statusCode()).as(entry.getLink()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/history",
                "/history.rss",
                "/history.atom",
                "/feed.json",
                "/api/v2/summary.json",
                "/api/v2/incidents.json"
            })
    void what_has_not_changed_is_sent_only_once(String path) throws Exception {
        var first = tallyport.get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var second = tallyport.get(path, "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(tallyport.get(path, "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);
    }
}
