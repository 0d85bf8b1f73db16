package dev.allclear.edge.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Stale;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page of the site says when nobody vouches for it any more, and since when.
final class StalePagesTest {

    private final HtmlPages pages = new HtmlPages(new SanitisedMarkdown());

    @ParameterizedTest
    @ValueSource(strings = {"/index", "/incidents/", "/maintenance/", "/components/", "/history/"})
    void says_that_it_is_stale(String kind) {
        var files = files(Stale.of(Fernhill.page()), kind);

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains("class=\"stale\"", "What you see is what we knew at")
                        // The icon in the browser's tab.
                        .doesNotContain("fill='%23" + Colour.icon(dev.allclear.status.State.OPERATIONAL)));
        assertThat(files(Fernhill.page(), kind))
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("class=\"stale\"", "What you see is what we knew at"));
    }

    @Test
    void names_the_instant_of_the_last_confirmation_each_time() {
        var stale = Stale.of(Fernhill.page());
        var before = files(stale, "/");

        var after = files(at(stale, Fernhill.NOW.plusSeconds(120)), "/");

        assertThat(before).hasSameSizeAs(after).doesNotContainAnyElementsOf(after);
        assertThat(after).allSatisfy(text -> assertThat(text).contains("11:07"));
    }

    /// All but the one that says that there is nothing.
    private List<String> files(PublicPage page, String kind) {
        return pages.all(page, Fernhill.BASE).stream()
                .filter(file -> file.path().startsWith("/en" + kind))
                .filter(file -> file.path().endsWith("index.html"))
                .map(StalePagesTest::text)
                .toList();
    }

    private static String text(SiteFile file) {
        return new String(file.body(), StandardCharsets.UTF_8);
    }

    private static PublicPage at(PublicPage page, Instant asOf) {
        return new PublicPage(
                page.page(),
                page.revision(),
                asOf,
                page.confirmed(),
                page.overall(),
                page.groups(),
                page.components(),
                page.regions(),
                page.incidents(),
                page.maintenances(),
                page.terms());
    }
}
