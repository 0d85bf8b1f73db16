package dev.allclear.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a customer sees on a phone while the product is dead: served by nginx, followed from the real status page.
@ExtendWith(Stage.class)
class HoldingPageTest {

    @TempDir
    Path folder;

    private final Tallyport tallyport;
    private final Chromium chromium;
    private int product;
    private Proxy proxy;

    HoldingPageTest(Tallyport tallyport, Chromium chromium) {
        this.tallyport = tallyport;
        this.chromium = chromium;
    }

    @BeforeEach
    void the_product_is_dead() throws IOException {
        product = Proxy.freePort();
        var holding = tallyport.holdingPage(
                folder.resolve("holding"), "--until", "2099-01-02T10:00Z", "--contact", "help@tallyport.example");
        proxy = Proxy.start(Proxy.Kind.NGINX, folder.resolve("proxy"), holding, product);
    }

    @AfterEach
    void the_proxy_ends() {
        proxy.close();
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844);
    }

    @Test
    void it_says_what_is_wrong_until_when_and_where_to_follow_in_the_readers_zone_and_language() {
        try (var person = chromium.person(phone().setLocale("de-DE").setTimezoneId("Asia/Tokyo"))) {
            var page = person.newPage();
            var asked = new CopyOnWriteArrayList<String>();
            var said = new CopyOnWriteArrayList<String>();
            page.onRequest((Request request) -> asked.add(request.url()));
            page.onConsoleMessage((ConsoleMessage message) -> said.add(message.text()));

            assertThat(page.navigate(proxy.url("/cart").toString()).status()).isEqualTo(503);

            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertThat(page.locator("h1:visible")).hasText("Tallyport ist gerade nicht erreichbar");
            assertThat(page.locator(".end:visible")).containsText("2. Jan. 2099");
            assertThat(page.locator(".end:visible time")).containsText("19:00");
            assertThat(page.locator(".news:visible")).containsText(Tallyport.OPEN_INCIDENT);
            assertThat(page.locator(".as-of:visible")).containsText("Stand:");
            assertThat(page.locator("a.button:visible")).hasCount(1);
            assertThat(page.locator("a.button:visible"))
                    .hasAttribute("href", Pattern.compile("^" + tallyport.base() + "/incidents/.+"));
            assertThat(page.locator("footer:visible a")).hasAttribute("href", "mailto:help@tallyport.example");
            assertThat(asked)
                    .allMatch(url -> url.equals(proxy.url("/cart").toString())
                            || url.equals(tallyport.url("/api/v2/summary.json"))
                            || url.startsWith("data:"));
            assertThat(said).as("complaints other than of the 503 itself").allMatch(text -> text.contains("503"));

            page.locator("nav:visible button").click();
            assertThat(page.locator("h1:visible")).hasText("Tallyport is not available right now");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void without_javascript_all_languages_stand_there_in_the_pages_zone() {
        try (var person = chromium.person(phone().setJavaScriptEnabled(false).setTimezoneId("Asia/Tokyo"))) {
            var page = person.newPage();
            page.navigate(proxy.url("/").toString());

            assertThat(page.locator("h1:visible")).hasText(new String[] {
                "Tallyport is not available right now", "Tallyport ist gerade nicht erreichbar"
            });
            assertThat(page.locator("section").first().locator(".end")).containsText("2 Jan 2099, 11:00");
            assertThat(page.locator("a.button:visible")).hasCount(2);
        }
    }

    @Test
    void it_is_of_use_when_the_status_page_is_gone_too_and_says_since_when() {
        try (var person = chromium.person(phone())) {
            var page = person.newPage();
            page.clock().install();
            page.route("**/api/v2/summary.json", Route::abort);
            page.navigate(proxy.url("/").toString());

            passTime(page, 60, () -> page.locator(".say:visible").count() > 0);

            assertThat(page.locator(".say:visible")).containsText("No contact with our status page since");
            assertThat(page.locator("footer:visible")).containsText("help@tallyport.example");
            assertThat(page.locator(".end:visible")).isVisible();

            page.unroute("**/api/v2/summary.json");
            passTime(page, 90, () -> page.locator(".say:visible").count() == 0);
            assertThat(page.locator(".news:visible")).containsText(Tallyport.OPEN_INCIDENT);
        }
    }

    @Test
    void planned_work_says_so_and_its_own_end_counts_even_when_it_passes() {
        try (var person = chromium.person(phone().setTimezoneId("UTC"))) {
            var page = person.newPage();
            page.clock().install(new Clock.InstallOptions().setTime("2030-05-06T10:00:00Z"));
            page.route(
                    "**/api/v2/summary.json",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                            .setBody("""
                                    {"incidents": [], "scheduled_maintenances": [{"name": "New machines",
                                     "status": "in_progress", "impact": "maintenance",
                                     "scheduled_until": "2030-05-06T10:30:00.000Z", "shortlink": "https://elsewhere.example/",
                                     "incident_updates": [{"body": "<b>Half</b> is done.",
                                      "display_at": "2030-05-06T09:50:00.000Z"}]}]}
                                    """)));
            page.navigate(proxy.url("/").toString());
            passTime(page, 5, () -> page.locator(".news:visible").count() > 0);

            assertThat(page.locator("h1:visible")).hasText("Tallyport is down for planned maintenance");
            assertThat(page.locator(".end:visible")).containsText("10:30");
            assertThat(page.locator(".end:visible")).containsText("in 30 minutes");
            assertThat(page.locator(".news:visible .text")).hasText("<b>Half</b> is done.");
            assertThat(page.locator("a.button:visible")).hasAttribute("href", tallyport.url("/en/"));

            page.clock().fastForward("31:00");
            page.clock().runFor(2000);
            assertThat(page.locator(".end.late:visible")).containsText("It is taking longer");
        }
    }

    @Test
    void the_product_opens_by_itself_when_it_is_back_and_not_for_all_at_once() throws IOException {
        try (var person = chromium.person(phone())) {
            var page = person.newPage();
            page.clock().install();
            page.navigate(proxy.url("/cart?item=1").toString());
            assertThat(page.locator("h1:visible")).containsText("not available");
            try (var _ = Shop.open(product)) {
                passTime(page, 90, () -> page.locator(".back:visible").count() > 0);
                assertThat(page.locator("h1:visible")).hasText("Tallyport is back");
                assertThat(page.locator(".end:visible")).hasCount(0);

                passTime(page, 60, () -> page.title().equals("Shop"));

                assertThat(page.locator("h1")).hasText(Shop.WELCOME);
                assertThat(page).hasURL(proxy.url("/cart?item=1").toString());
            }
        }
    }

    @Test
    void a_host_that_can_not_send_503_does_not_make_it_open_itself_again_and_again() {
        try (var person = chromium.person(phone())) {
            var page = person.newPage();
            var opened = new CopyOnWriteArrayList<String>();
            page.clock().install();
            page.onFrameNavigated(frame -> opened.add(frame.url()));
            page.route(proxy.url("/").toString(), route -> {
                var real = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(real).setStatus(200));
            });
            page.navigate(proxy.url("/").toString());

            passTime(page, 150, () -> false);

            assertThat(opened).hasSize(1);
            assertThat(page.locator(".back:visible")).hasCount(0);
        }
    }

    @Test
    void axe_finds_nothing_and_nothing_sticks_out() {
        for (var width : List.of(390, 1280)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (var person = chromium.person(new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setColorScheme(scheme))) {
                    var page = person.newPage();
                    page.navigate(proxy.url("/").toString());
                    assertThat(page.locator(".news:visible")).isVisible();

                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(width + " px, " + scheme)
                            .isEmpty();
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .isLessThanOrEqualTo(width);
                }
            }
        }
    }

    /// Lets seconds pass in the page, each as short as the answers on their way allow, until something is so.
    private static void passTime(Page page, int seconds, BooleanSupplier so) {
        for (var second = 0; second < seconds && !so.getAsBoolean(); second++) {
            page.clock().runFor(1000);
            page.waitForFunction("() => new Promise(done => fetch('data:,').then(done, done)).then(() => true)");
        }
    }
}
