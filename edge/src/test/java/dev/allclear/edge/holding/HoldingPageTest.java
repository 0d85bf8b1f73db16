package dev.allclear.edge.holding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.SiteFile;
import dev.allclear.language.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HoldingPageTest {

    private static final Language GERMAN = new Language("de");
    private static final House HOUSE = House.of(Fernhill.page().page(), Fernhill.BASE);
    private static final Notice NOTICE = new Notice(
            Map.of(Language.ENGLISH, "We move <machines> & disks.", GERMAN, "Wir ziehen um."),
            Optional.of(Instant.parse("2026-03-04T12:30:00Z")),
            90);

    @Test
    void it_asks_nobody_but_the_status_page_and_the_product() {
        var html = html(HOUSE, NOTICE);

        assertThat(html)
                .contains("connect-src &#39;self&#39; https://status.fernhill.example;")
                .contains("default-src &#39;none&#39;")
                .doesNotContain(
                        "<link rel=\"stylesheet\"", "src=\"", "@import", "url(", "<link rel=\"icon\" href=\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"style", "script"})
    void its_policy_names_exactly_what_lies_in_it(String element) throws Exception {
        var html = html(HOUSE, NOTICE);

        var found = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html);
        assertThat(found.find()).isTrue();
        var sum = MessageDigest.getInstance("SHA-256").digest(found.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(html)
                .contains(element + "-src &#39;sha256-" + Base64.getEncoder().encodeToString(sum) + "&#39;");
        assertThat(found.find()).as("only one").isFalse();
    }

    @Test
    void it_is_small_enough_for_every_proxy() {
        assertThat(new HoldingPage().html(HOUSE, NOTICE).body().length).isLessThan(HoldingPage.USUAL_ROOM);
    }

    @Test
    void all_languages_lie_in_it_the_pages_own_on_top() {
        var german = html(HOUSE.speaking(GERMAN), NOTICE);

        assertThat(german).contains("<html lang=\"de\"").contains("ist gerade nicht erreichbar</title>");
        assertThat(german.indexOf("<section lang=\"de\""))
                .isPositive()
                .isLessThan(german.indexOf("<section lang=\"en\""));
        assertThat(german)
                .contains("href=\"https://status.fernhill.example/en/\"", "We move &lt;machines&gt; &amp; disks.");
    }

    @Test
    void the_expected_end_stands_in_the_pages_zone_for_readers_without_the_script() {
        assertThat(html(HOUSE, NOTICE))
                .contains("<time datetime=\"2026-03-04T12:30:00Z\">4 Mar 2026, 13:30 CET</time>")
                .contains("<time datetime=\"2026-03-04T12:30:00Z\">04.03.2026, 13:30 MEZ</time>");
    }

    @Test
    void nothing_is_promised_when_nobody_knows_when_it_ends() {
        assertThat(html(HOUSE, Notice.PLAIN))
                .doesNotContain("<time")
                .contains("Fernhill is not available right now</h1>");
    }

    @Test
    void a_message_in_the_pages_language_alone_is_shown_to_the_others_as_what_it_is() {
        var notice = new Notice(Map.of(Language.ENGLISH, "We move."), Optional.empty(), 60);

        var html = html(HOUSE, notice);
        var german = html.substring(html.indexOf("<section lang=\"de\""));

        assertThat(german).contains("<p class=\"message\" lang=\"en\">We move.</p>");
    }

    @Test
    void programs_read_the_same_as_problem_json() {
        var problem = HoldingProblem.json(HOUSE.answering(Contact.parse("help@fernhill.example")), NOTICE);

        assertThat(problem.contentType()).isEqualTo("application/problem+json");
        assertThat(text(problem)).isEqualTo("""
                {"type":"about:blank","title":"Service Unavailable","status":503,\
                "detail":"We move <machines> & disks.","retry_after":90,"expected_end":"2026-03-04T12:30:00.000Z",\
                "status_page":"https://status.fernhill.example/",\
                "status_api":"https://status.fernhill.example/api/v2/summary.json",\
                "contact":"mailto:help@fernhill.example"}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "Jenkins Status Page, Jenkins",
        "Fernhill, Fernhill",
        "Acme – Status, Acme",
        "Status, Status",
        "Kasse Statusseite, Kasse",
    })
    void the_product_is_called_without_the_word_status(String page, String product) {
        assertThat(House.company(page)).isEqualTo(product);
    }

    @Test
    void the_recipes_name_the_folder_and_the_seconds() {
        assertThat(Recipes.all("/srv/holding", NOTICE))
                .hasSize(3)
                .allSatisfy(recipe ->
                        assertThat(text(recipe)).contains("/srv/holding/").doesNotContain("{folder}", "{retry}"));
    }

    private static String html(House house, Notice notice) {
        return text(new HoldingPage().html(house, notice));
    }

    private static String text(SiteFile file) {
        return new String(file.body(), StandardCharsets.UTF_8);
    }
}
