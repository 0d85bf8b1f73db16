package dev.allclear.edge.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.edge.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every member that the examples of the API have is in our documents too: same place, same order, same type.
final class ExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "summary.json, /api/v2/summary.json",
        "status.json, /api/v2/status.json",
        "components.json, /api/v2/components.json",
        "incidents.json, /api/v2/incidents.json",
        "incidents-unresolved.json, /api/v2/incidents/unresolved.json",
        "scheduled-maintenances.json, /api/v2/scheduled-maintenances.json",
        "scheduled-maintenances-active.json, /api/v2/scheduled-maintenances/active.json",
        "scheduled-maintenances-upcoming.json, /api/v2/scheduled-maintenances/upcoming.json",
        "history-page.json, /history.json"
    })
    void has_every_member_of_the_example(String example, String path) throws IOException {
        var theirs = JSON.readTree(Files.readString(Shared.path("statuspage-api/examples/" + example)));
        var ours =
                JSON.readTree(StatuspageDocumentsTest.documents(Fernhill.page()).get(path));

        var shapeOfTheirs = shape(theirs);
        var shapeOfOurs = shape(ours);

        shapeOfTheirs.forEach((member, types) -> assertThat(shapeOfOurs.get(member))
                .as(member)
                .isNotNull()
                .satisfies(own -> assertThat(own.types()).as(member).containsAnyElementsOf(types.types())));
        assertThat(shapeOfOurs.keySet().stream().filter(shapeOfTheirs::containsKey))
                .containsExactlyElementsOf(shapeOfTheirs.keySet());
    }

    private record Types(TreeSet<String> types) {}

    private static Map<String, Types> shape(JsonNode node) {
        var shape = new LinkedHashMap<String, Types>();
        collect("", List.of(node), shape);
        return shape;
    }

    /// All nodes at one place together, so that the order of members is that of the fullest.
    private static void collect(String place, List<JsonNode> nodes, Map<String, Types> shape) {
        var members = new LinkedHashMap<String, List<JsonNode>>();
        for (var node : nodes) {
            shape.computeIfAbsent(place, _ -> new Types(new TreeSet<>()))
                    .types()
                    .add(node.getNodeType().name());
            node.values().forEach(value -> {
                if (node.isArray()) {
                    members.computeIfAbsent("[]", _ -> new ArrayList<>()).add(value);
                }
            });
            node.properties()
                    .forEach(member -> members.computeIfAbsent(member.getKey(), _ -> new ArrayList<>())
                            .add(member.getValue()));
        }
        members.forEach((name, values) -> collect(place + "/" + name, values, shape));
    }
}
