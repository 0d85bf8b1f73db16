package dev.allclear.edge.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.Golden;
import dev.allclear.edge.SiteFile;
import dev.allclear.edge.markdown.SanitisedMarkdown;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Stale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class StatuspageDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/summary.json",
                "/api/v2/status.json",
                "/api/v2/components.json",
                "/api/v2/incidents.json",
                "/api/v2/incidents/unresolved.json",
                "/api/v2/incidents/resolved.json",
                "/api/v2/scheduled-maintenances.json",
                "/api/v2/scheduled-maintenances/active.json",
                "/api/v2/scheduled-maintenances/upcoming.json",
                "/incidents/inc-cards.json",
                "/incidents/inc-api.json",
                "/incidents/inc-alarm.json",
                "/maintenance/mnt-net.json",
                "/history.json",
                "/history-2.json",
                "/history-5.json"
            })
    void is_what_clients_expect(String path) throws IOException {
        var body = documents(Fernhill.page()).get(path);

        Golden.json(this, path.substring(1).replace('/', '_'), body);
    }

    @Test
    void all_systems_are_operational_when_nothing_happened() {
        assertThat(status(Fernhill.calm()))
                .isEqualTo(Map.of("indicator", "none", "description", "All Systems Operational"));
    }

    @Test
    void nothing_unconfirmed_is_ever_operational() {
        var stale = documents(Stale.of(Fernhill.calm()));

        assertThat(stale.get("/api/v2/summary.json")).doesNotContain("\"operational\"", "\"none\"", "All Systems");
        assertThat(stale.get("/api/v2/components.json"))
                .doesNotContain("\"operational\"")
                .contains("\"degraded_performance\"");
        assertThat(status(Stale.of(Fernhill.calm())))
                .isEqualTo(
                        Map.of("indicator", "minor", "description", "Status not confirmed since 2026-03-04T10:05 UTC"));
    }

    @Test
    void an_outage_stays_as_bad_as_it_was_when_it_can_not_be_confirmed() {
        assertThat(status(Stale.of(Fernhill.page()))).containsEntry("indicator", "major");
    }

    @Test
    void a_group_names_its_components_and_they_name_it() {
        var components = JSON.readTree(documents(Fernhill.page()).get("/api/v2/components.json"))
                .get("components");
        var byId = components.values().stream()
                .collect(Collectors.toMap(one -> one.get("id").asString(), one -> one));

        assertThat(byId.get("shop").get("components"))
                .map(JsonNode::asString)
                .containsExactly("storefront", "checkout");
        assertThat(byId.get("checkout").get("group_id").asString()).isEqualTo("shop");
        assertThat(byId.get("paying").get("name").asString()).isEqualTo("Shop - Paying");
        assertThat(byId.get("checkout").has("components")).isFalse();
    }

    @Test
    void history_ends_with_an_empty_page() {
        var documents = documents(Fernhill.page());

        assertThat(documents).containsKey("/history-5.json").doesNotContainKey("/history-6.json");
        assertThat(documents.get("/history-5.json")).doesNotContain("code");
    }

    @Test
    void the_same_page_gives_the_same_bytes() {
        assertThat(documents(Fernhill.page())).isEqualTo(documents(Fernhill.page()));
    }

    private static Map<String, String> status(PublicPage page) {
        var status = JSON.readTree(documents(page).get("/api/v2/status.json")).get("status");
        return Map.of(
                "indicator", status.get("indicator").asString(),
                "description", status.get("description").asString());
    }

    static Map<String, String> documents(PublicPage page) {
        List<SiteFile> files = new StatuspageDocuments(new SanitisedMarkdown()).all(page, Fernhill.BASE);
        return files.stream()
                .collect(Collectors.toMap(SiteFile::path, file -> new String(file.body(), StandardCharsets.UTF_8)));
    }
}
