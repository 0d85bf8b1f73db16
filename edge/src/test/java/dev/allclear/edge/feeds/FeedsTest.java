package dev.allclear.edge.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.allclear.edge.Fernhill;
import dev.allclear.edge.Golden;
import dev.allclear.edge.Shared;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.incident.Incident;
import dev.allclear.page.PublicPage;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class FeedsTest {

    @Test
    void rss_is_what_readers_expect() throws IOException {
        Golden.text(this, "history.rss", feed(Fernhill.page(), "/history.rss"));
    }

    @Test
    void atom_is_what_readers_expect() throws IOException {
        Golden.text(this, "history.atom", feed(Fernhill.page(), "/history.atom"));
    }

    @Test
    void json_feed_is_what_readers_expect() throws IOException {
        Golden.json(this, "feed.json", feed(Fernhill.page(), "/feed.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history.rss", "/history.atom"})
    void an_independent_parser_reads_it(String path) throws FeedException {
        var feed = parsed(feed(Fernhill.page(), path));

        assertThat(feed.getTitle()).isEqualTo("Fernhill Status - Incident History");
        assertThat(feed.getEntries()).hasSize(7).map(SyndEntry::getLink).doesNotHaveDuplicates();
        var outage = feed.getEntries().getFirst();
        assertThat(outage.getTitle()).isEqualTo("Card payments <fail> & time out");
        assertThat(outage.getLink()).isEqualTo("https://status.fernhill.example/incidents/inc-cards");
    }

    @Test
    void a_page_under_a_path_has_ids_of_its_own() {
        var base = URI.create("https://status.example.com/p/fernhill");

        var atom = feed(Fernhill.page(), base, "/history.atom");

        assertThat(atom).contains("<id>tag:status.example.com,2005:/p/fernhill/history</id>");
    }

    @Test
    void titles_are_shown_exactly() throws IOException, FeedException {
        for (var line : Shared.lines("hardening/xss-benign.jsonl")) {
            var title = line.get("value").asString().replace('\t', ' ');
            var page = Fernhill.page(1, List.of(titled(title)), List.of());

            assertThat(parsed(feed(page, "/history.rss"))
                            .getEntries()
                            .getFirst()
                            .getTitle())
                    .isEqualTo(title);
            assertThat(parsed(feed(page, "/history.atom"))
                            .getEntries()
                            .getFirst()
                            .getTitle())
                    .isEqualTo(title);
            var json = new JsonMapper().readTree(feed(page, "/feed.json"));
            assertThat(json.get("items").get(0).get("title").asString()).isEqualTo(title);
        }
    }

    @Test
    void what_xml_forbids_does_not_break_the_feed() throws FeedException {
        var page = Fernhill.page(1, List.of(titled("odd \uFFFE\uFFFF ]]> end")), List.of());

        assertThat(parsed(feed(page, "/history.rss")).getEntries().getFirst().getTitle())
                .isEqualTo("odd \uFFFD\uFFFD ]]> end");
    }

    private static Incident titled(String title) {
        var outage = Fernhill.outage();
        return outage.revise(title, outage.severity(), outage.facts());
    }

    private static SyndFeed parsed(String feed) throws FeedException {
        return new SyndFeedInput().build(new StringReader(feed));
    }

    private static String feed(PublicPage page, String path) {
        return feed(page, Fernhill.BASE, path);
    }

    private static String feed(PublicPage page, URI base, String path) {
        return new Feeds(new SanitisedMarkdown())
                .all(page, base).stream()
                        .filter(file -> file.path().equals(path))
                        .map(SiteFile::body)
                        .map(body -> new String(body, StandardCharsets.UTF_8))
                        .findFirst()
                        .orElseThrow();
    }
}
