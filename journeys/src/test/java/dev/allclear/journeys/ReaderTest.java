package dev.allclear.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What somebody sees who comes because something doesn't work.
@ExtendWith(Stage.class)
class ReaderTest {

    private static final long FIRST_VISIT = 50 * 1024;

    private final Tallyport tallyport;
    private final Chromium chromium;

    ReaderTest(Tallyport tallyport, Chromium chromium) {
        this.tallyport = tallyport;
        this.chromium = chromium;
    }

    @Test
    void a_first_visit_is_small_and_asks_nobody_else() {
        try (var person = chromium.person()) {
            var page = person.newPage();
            var asked = new ArrayList<String>();
            var said = new ArrayList<String>();
            var bytes = new AtomicLong();
            var network = person.newCDPSession(page);
            network.send("Network.enable");
            network.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> said.add(message.text()));
            page.navigate(tallyport.url("/"));
            page.waitForCondition(() -> asked.contains(tallyport.url("/live")));

            assertThat(bytes.get()).as("bytes on the wire").isBetween(5_000L, FIRST_VISIT);
            assertThat(asked).allMatch(url -> url.startsWith(tallyport.base() + "/") || url.startsWith("data:"));
            assertThat(said).as("complaints on the console").isEmpty();
        }
    }

    @Test
    void the_page_says_the_same_without_javascript_in_its_own_zone() {
        try (var person = chromium.person(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setTimezoneId("Asia/Tokyo"))) {
            var page = person.newPage();
            page.navigate(tallyport.url("/"));

            var incident = incident(page.locator(".incident"));
            assertThat(incident).containsText("About three in ten card and wallet payments in Europe fail.");
            assertThat(incident).containsText("Ask shoppers to pay by bank transfer or direct debit");
            assertThat(incident.locator("time").first()).containsText(Pattern.compile("CET|CEST"));
            assertThat(page.locator("#zone")).containsText("Central European");
        }
    }

    @Test
    void times_are_in_the_readers_zone_and_say_so() {
        try (var person = chromium.person(new Browser.NewContextOptions().setTimezoneId("Asia/Tokyo"))) {
            var page = person.newPage();
            page.navigate(tallyport.url("/"));

            assertThat(page.locator("#zone")).containsText("Japan Standard Time");
            assertThat(incident(page.locator(".incident")).locator("time").first())
                    .containsText(Pattern.compile("GMT\\+9|JST"));
        }
    }

    @Test
    void an_update_appears_on_an_open_page_and_is_announced() throws Exception {
        var id = tallyport.declare("Exports of invoices hang");
        tallyport.awaitOnPage(id);
        try (var person = chromium.person()) {
            var page = person.newPage();
            // Listens from here on.
            page.waitForResponse(tallyport.url("/live"), () -> page.navigate(tallyport.url("/")));
            var incident = page.locator("#i-" + id);
            assertThat(incident).containsText("We are looking into it.");
            page.evaluate("document.body.dataset.same = 'page'");

            tallyport.update(id, "A queue was stuck, and moves again.");

            assertThat(incident).containsText("A queue was stuck, and moves again.");
            assertThat(page.locator("#say")).containsText("Exports of invoices hang");
            assertThat(page.locator("#say")).hasAttribute("role", "status");
            assertThat(page.locator("body")).hasAttribute("data-same", "page");
        } finally {
            tallyport.resolve(id, "All exports are done.");
        }
    }

    @Test
    void what_is_published_while_the_page_is_loading_is_not_missed() throws Exception {
        var id = tallyport.declare("Refund mails are late");
        tallyport.awaitOnPage(id);
        try (var person = chromium.person()) {
            var page = person.newPage();
            page.route("**/live*", live -> {
                tallyport.update(id, "The mails are on their way.");
                tallyport.awaitOnPage("The mails are on their way.");
                live.resume();
            });
            page.navigate(tallyport.url("/"));

            assertThat(page.locator("#i-" + id)).containsText("The mails are on their way.");
        } finally {
            tallyport.resolve(id, "All mails have arrived.");
        }
    }

    @Test
    void the_days_of_a_bar_can_be_read_by_keyboard() {
        try (var person = chromium.person()) {
            var page = person.newPage();
            page.navigate(tallyport.url("/"));
            var bars = page.locator("details[open] .bars").first();

            assertThat(bars).hasAttribute("role", "slider");
            page.locator("details[open] a.name").first().focus();
            page.keyboard().press("Tab");
            assertThat(bars).isFocused();
            assertThat(page.locator(".tip")).isVisible();
            assertThat(bars).hasAttribute("aria-valuenow", "89");
            var today = bars.getAttribute("aria-valuetext");
            page.keyboard().press("ArrowLeft");
            assertThat(bars).hasAttribute("aria-valuenow", "88");
            assertThat(bars.getAttribute("aria-valuetext")).isNotEqualTo(today);
            page.keyboard().press("Escape");
            assertThat(page.locator(".tip")).hasCount(0);
        }
    }

    @Test
    void german_readers_read_german() {
        try (var person = chromium.person(new Browser.NewContextOptions().setLocale("de-DE"))) {
            var page = person.newPage();
            page.navigate(tallyport.url("/"));

            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("footer")).containsText("Betrieben mit");
            page.locator("footer a[hreflang=en]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void everything_else_is_one_link_away() {
        try (var person = chromium.person()) {
            var page = person.newPage();
            page.navigate(tallyport.url("/"));
            incident(page.locator(".incident")).locator("h3 a").click();
            assertThat(page.locator("h1")).containsText(Tallyport.OPEN_INCIDENT);
            page.locator("header a[href$=history]").click();
            assertThat(page.locator("ol.days")).not().isEmpty();
            page.locator("header a.brand").click();
            page.locator("details[open] a.name").first().click();
            assertThat(page.locator("dl.figures")).containsText("%");
            page.locator("header a[href*=subscribe]").click();
            assertThat(page.locator("input[type=email]")).isVisible();
        }
    }

    private static Locator incident(Locator cards) {
        return cards.filter(new Locator.FilterOptions().setHasText(Tallyport.OPEN_INCIDENT));
    }
}
