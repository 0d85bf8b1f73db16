package dev.allclear.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From "something is wrong" to the all-clear, by somebody at the desk, under the eyes of a customer.
@ExtendWith(Stage.class)
class OperatorTest {

    private static final String TITLE = "Payouts arrive a day late";

    private final Tallyport tallyport;
    private final Chromium chromium;

    OperatorTest(Tallyport tallyport, Chromium chromium) {
        this.tallyport = tallyport;
        this.chromium = chromium;
    }

    @Test
    void an_incident_is_declared_followed_and_resolved() {
        try (var operator = chromium.person();
                var customer = chromium.person()) {
            var desk = operator.newPage();
            var page = customer.newPage();
            page.navigate(tallyport.url("/"));
            var shown = page.locator("article.incident").filter(new Locator.FilterOptions().setHasText(TITLE));
            assertThat(shown).hasCount(0);

            signIn(desk);
            declare(desk);
            assertThat(shown).containsText("Your bank may show payouts one working day late.");
            assertThat(shown).containsText("Payouts");

            resolve(desk);
            assertThat(shown).hasCount(0);
            assertThat(page.locator("section[aria-labelledby=recent]")).containsText(TITLE);
        }
    }

    private void signIn(Page desk) {
        var link = tallyport.signInLink();
        desk.navigate(link);
        desk.getByText("Sign in with this link").click();
        assertThat(desk).hasURL(Pattern.compile("/desk/?$"));
        assertThat(desk.locator("body")).containsText(Tallyport.OPEN_INCIDENT);
    }

    private void declare(Page desk) {
        desk.navigate(tallyport.url("/desk/incidents/new?playbook="));
        desk.locator(".hit-name")
                .filter(new Locator.FilterOptions().setHasText("Payouts"))
                .click();
        desk.locator("[name=title]").fill(TITLE);
        desk.locator("[name=text]").fill("Your bank may show payouts one working day late. No money is lost.");
        desk.locator(".severity-card")
                .filter(new Locator.FilterOptions().setHasText("A nuisance"))
                .click();
        desk.locator("button[data-publish]").click();
        assertThat(desk).hasURL(Pattern.compile("done=declared"));
        assertThat(desk.locator("h1")).containsText(TITLE);
    }

    private static void resolve(Page desk) {
        desk.locator(".incident-actions a[href$='/resolve']").click();
        desk.locator("[name=worksAgain]").fill("payouts arrive on time again");
        desk.locator("[name=reason]").fill("A bank of ours was late. We are sorry for the wait.");
        desk.locator("[name=leftovers][value=nothing]").check(new Locator.CheckOptions().setForce(true));
        desk.locator("button[data-publish]").click();
        assertThat(desk.locator(".incident-head .phase")).containsText("esolved");
    }
}
