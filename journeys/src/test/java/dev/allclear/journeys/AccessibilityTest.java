package dev.allclear.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// axe finds nothing on any page, on a phone and on a desk, in light and dark.
@ExtendWith(Stage.class)
class AccessibilityTest {

    private final Tallyport tallyport;
    private final Chromium chromium;

    AccessibilityTest(Tallyport tallyport, Chromium chromium) {
        this.tallyport = tallyport;
        this.chromium = chromium;
    }

    /// @param link found on the front page by this selector and followed; empty for the front page itself
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".incident h3 a",
                "header a[href*=history]",
                "a.name",
                "header a[href*=subscribe]",
                "a[hreflang=de]"
            })
    void axe_finds_nothing(String link) {
        for (var width : List.of(390, 1280)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var traits = new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(scheme);
                try (var person = chromium.person(traits)) {
                    var page = person.newPage();
                    page.navigate(tallyport.url("/"));
                    if (!link.isEmpty()) {
                        page.navigate(tallyport
                                .base()
                                .resolve(page.locator(link).first().getAttribute("href"))
                                .toString());
                    }
                    assertThat(violations(page))
                            .as(page.url() + " at " + width + " px, " + scheme)
                            .isEmpty();
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as("nothing sticks out at " + width + " px of " + page.url())
                            .isLessThanOrEqualTo(width);
                }
            }
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }
}
