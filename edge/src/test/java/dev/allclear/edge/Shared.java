package dev.allclear.edge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists and examples that lie beside the project on machines that have them; tests that need one are skipped
/// elsewhere.
public final class Shared {

    private static final Path FOLDER = Path.of("../../shared");

    private static final JsonMapper JSON = new JsonMapper();

    private Shared() {}

    public static Path path(String name) {
        var path = FOLDER.resolve(name);
        assumeTrue(Files.exists(path), "skipped: ../shared/" + name + " is not on this machine");
        return path;
    }

    public static List<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(path(name)).stream()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }
}
