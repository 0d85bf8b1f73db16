package dev.allclear.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allclear.desk.web.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What a typed time means, by `../shared/hardening/time.jsonl`, where the list is at hand; where not, the test says
/// that it was skipped.
final class SharedTimesTest {

    private static final Path LIST = Path.of("../../shared/hardening/time.jsonl");

    @Test
    void a_typed_time_means_the_instant_that_the_list_says() throws IOException {
        assumeTrue(Files.exists(LIST), "skipped: there is no ../shared/hardening/time.jsonl");
        var mapper = new JsonMapper();
        var cases = Files.readAllLines(LIST).stream()
                .map(mapper::readTree)
                .filter(one -> one.get("class").asString().equals("local-to-instant"))
                .toList();

        assertThat(cases).isNotEmpty();
        for (var one : cases) {
            var typed = Parameters.of(Map.of(
                    "start", List.of(one.get("local").asString()),
                    "zone", List.of(one.get("zone").asString())));

            assertThat(TypedTimes.read(typed, "start", ZoneOffset.UTC))
                    .as(one.toString())
                    .contains(Instant.parse(one.get("expect_utc").asString()));
        }
    }
}
