package dev.allclear.edge.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.page.PublicPage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The front stands before the history is read, so it must not need it.
final class FrontTest {

    private final HtmlPages pages = new HtmlPages(new SanitisedMarkdown());

    @Test
    void is_the_same_without_the_history() {
        var whole = Fernhill.page();
        var front = without(whole);
        assertThat(front.incidents())
                .isNotEmpty()
                .hasSizeLessThan(whole.incidents().size());

        assertThat(texts(front)).isNotEmpty().isEqualTo(texts(whole));
    }

    private Map<String, String> texts(PublicPage page) {
        return pages.front(page, Fernhill.BASE).stream()
                .collect(Collectors.toMap(SiteFile::path, file -> new String(file.body(), StandardCharsets.UTF_8)));
    }

    private static PublicPage without(PublicPage page) {
        return new PublicPage(
                page.page(),
                page.revision(),
                page.asOf(),
                page.confirmed(),
                page.overall(),
                page.groups(),
                page.components(),
                page.regions(),
                Home.lately(page),
                page.maintenances(),
                page.terms());
    }
}
