package dev.allclear.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cases of `../shared/hardening/time.jsonl` about planned work, where the list is at hand; where not, the tests
/// say that they were skipped.
final class SharedTimesTest {

    private static final Path LIST = Path.of("../../shared/hardening/time.jsonl");

    @Test
    void each_reminder_of_the_list_is_due_when_it_says() throws IOException {
        for (var one : cases("reminder-ladder")) {
            var zone = ZoneId.of(one.get("zone").asString());
            var start = Instant.parse(one.get("start_utc").asString());

            for (var rung : one.get("expect_utc").properties()) {
                assertThat(new Rung(Duration.parse(rung.getKey())).due(start, zone))
                        .as(one.get("id") + " " + rung.getKey())
                        .isEqualTo(Instant.parse(rung.getValue().asString()));
            }
        }
    }

    @Test
    void each_odd_time_of_the_list_is_known_and_meant_as_it_says() throws IOException {
        for (var one : cases("local-to-instant")) {
            var odd = OddTime.of(
                    LocalDateTime.parse(one.get("local").asString()),
                    ZoneId.of(one.get("zone").asString()));

            var meant = Instant.parse(one.get("expect_utc").asString());
            switch (one.get("kind").asString()) {
                case "gap" ->
                    assertThat(odd)
                            .as(one.toString())
                            .get()
                            .matches(it -> it instanceof OddTime.Skipped skipped
                                    && skipped.meant().equals(meant));
                case "overlap" ->
                    assertThat(odd)
                            .as(one.toString())
                            .get()
                            .matches(it -> it instanceof OddTime.Twice twice
                                    && twice.meant().equals(meant));
                default -> assertThat(odd).as(one.toString()).isEmpty();
            }
        }
    }

    @Test
    void each_recurrence_of_the_list_comes_as_often_as_it_says_and_none_twice() throws IOException {
        for (var one : cases("weekly-recurrence")) {
            var windows = Recurrence.of(one.get("rrule").asString())
                    .windows(
                            LocalDateTime.parse(one.get("dtstart_local").asString()),
                            Duration.ofMinutes(30),
                            ZoneId.of(one.get("zone").asString()),
                            Set.of());

            assertThat(windows)
                    .as(one.toString())
                    .extracting(window -> window.start().toString())
                    .containsExactlyElementsOf(one.get("expect_utc")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }

    private static List<JsonNode> cases(String kind) throws IOException {
        assumeTrue(Files.exists(LIST), "skipped: there is no ../shared/hardening/time.jsonl");
        var mapper = new JsonMapper();
        return Files.readAllLines(LIST).stream()
                .map(mapper::readTree)
                .filter(one -> one.get("class").asString().equals(kind))
                .toList();
    }
}
