package dev.allclear.edge.feeds;

import dev.allclear.edge.Remembered;
import dev.allclear.edge.Renderer;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.json.Json;
import dev.allclear.language.Languages;
import dev.allclear.page.PublicPage;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import tools.jackson.core.JsonGenerator;

/// The page as RSS 2.0, Atom and JSON Feed 1.1, each with the same entries.
public final class Feeds implements Renderer {

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

    private final Markdown markdown;
    private final Remembered<Entry> remembered = new Remembered<>();

    public Feeds(Markdown markdown) {
        this.markdown = markdown;
    }

    @Override
    public List<SiteFile> rest(PublicPage page, URI base) {
        var entries = new Entries(page, base, markdown, remembered).all();
        var title = Languages.phrases(page.page().language())
                .get("feed.title", "name", page.page().name());
        return List.of(
                SiteFile.text("/history.rss", "application/rss+xml", rss(page, base, title, entries)),
                SiteFile.text("/history.atom", "application/atom+xml", atom(page, base, title, entries)),
                SiteFile.text("/feed.json", "application/feed+json", json(page, base, title, entries)));
    }

    private static String rss(PublicPage page, URI base, String title, List<Entry> entries) {
        return Xml.document(xml -> xml.element(
                "rss",
                () -> xml.element("channel", () -> {
                    xml.text("title", title);
                    xml.text("link", base.toString());
                    xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", base + "/history.rss");
                    xml.text("description", title);
                    xml.text("language", page.page().language().tag());
                    xml.text("pubDate", rfc822(page, page.changedAt()));
                    for (var entry : entries) {
                        item(xml, page, entry);
                    }
                }),
                "version",
                "2.0",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom"));
    }

    private static void item(Xml xml, PublicPage page, Entry entry) throws XMLStreamException {
        xml.element("item", () -> {
            xml.text("title", entry.title());
            xml.text("description", entry.html());
            xml.text("pubDate", rfc822(page, entry.shownAt()));
            if (entry.ends().isPresent()) {
                // Without a namespace: it is what readers of such feeds look for.
                xml.text("maintenanceEndDate", rfc822(page, entry.ends().get()));
            }
            xml.text("link", entry.link());
            xml.text("guid", entry.link());
        });
    }

    private static String rfc822(PublicPage page, Instant at) {
        return RFC_822.format(ZonedDateTime.ofInstant(at, page.page().zone()));
    }

    private static String atom(PublicPage page, URI base, String title, List<Entry> entries) {
        return Xml.document(xml -> xml.element(
                "feed",
                () -> {
                    xml.text("id", tag(base) + base.getPath() + "/history");
                    xml.empty("link", "rel", "alternate", "type", "text/html", "href", base.toString());
                    xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", base + "/history.atom");
                    xml.text("title", title);
                    xml.text("updated", rfc3339(page.changedAt()));
                    xml.element("author", () -> xml.text("name", page.page().name()));
                    for (var entry : entries) {
                        entry(xml, base, entry);
                    }
                },
                "xml:lang",
                page.page().language().tag(),
                "xmlns",
                "http://www.w3.org/2005/Atom"));
    }

    private static void entry(Xml xml, URI base, Entry entry) throws XMLStreamException {
        xml.element("entry", () -> {
            xml.text("id", tag(base) + entry.kind() + "/" + entry.id());
            xml.text("published", rfc3339(entry.published()));
            xml.text("updated", rfc3339(entry.updated()));
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.link());
            xml.text("title", entry.title());
            xml.text("content", entry.html(), "type", "html");
        });
    }

    /// Names that stay when the site moves to https or to another port (RFC 4151).
    private static String tag(URI base) {
        return "tag:" + base.getHost() + ",2005:";
    }

    private static String rfc3339(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String json(PublicPage page, URI base, String title, List<Entry> entries) {
        return Json.object(json -> {
            json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
            json.writeStringProperty("title", title);
            json.writeStringProperty("home_page_url", base + "/");
            json.writeStringProperty("feed_url", base + "/feed.json");
            json.writeStringProperty("language", page.page().language().tag());
            json.writeArrayPropertyStart("authors");
            json.writeStartObject();
            json.writeStringProperty("name", page.page().name());
            json.writeStringProperty("url", base + "/");
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayPropertyStart("items");
            entries.forEach(entry -> item(json, entry));
            json.writeEndArray();
        });
    }

    private static void item(JsonGenerator json, Entry entry) {
        json.writeStartObject();
        json.writeStringProperty("id", entry.link());
        json.writeStringProperty("url", entry.link());
        json.writeStringProperty("title", entry.title());
        json.writeStringProperty("content_html", entry.html());
        json.writeStringProperty("content_text", entry.text());
        json.writeStringProperty("date_published", rfc3339(entry.published()));
        json.writeStringProperty("date_modified", rfc3339(entry.updated()));
        json.writeEndObject();
    }
}
