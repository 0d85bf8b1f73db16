package dev.allclear.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.coach.guide.GuidePage.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The twelve rules of a known article on outage messages, gone through one by one with texts of our own.
class OutageRulesTest {

    private static final Coach COACH = Coach.create();

    /// What the desk knows of any incident; what a text says of its situation comes behind it, and wins.
    private static final List<String> INCIDENT = List.of(
            "identified",
            "impact=major",
            "brand=Northwind",
            "components=Checkout:partial; Search:operational; Reports:operational",
            "display_time_zone=UTC",
            "started_at=2026-03-12T13:00:00Z",
            "now=2026-03-12T14:00:00Z");

    private record Text(String rule, List<String> rules, boolean holdsUp, String language, Example example) {
        @Override
        public String toString() {
            return rule + ", " + language + (example.good() ? ", kept: " : ", broken: ")
                    + (example.title() + " " + example.body()).strip();
        }
    }

    private static Stream<Text> texts() throws IOException {
        try (var file = Objects.requireNonNull(OutageRulesTest.class.getResourceAsStream("outage-rules.md"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n## ", -1)).skip(1).flatMap(OutageRulesTest::texts);
        }
    }

    private static Stream<Text> texts(String part) {
        var groups = part.split("\n### ", -1);
        var rules = Arrays.stream(groups[0].split("\n", -1))
                .filter(line -> line.startsWith("rules: "))
                .flatMap(line -> Arrays.stream(line.substring(7).split(", ", -1)))
                .toList();
        return Arrays.stream(groups)
                .skip(1)
                .flatMap(group -> Arrays.stream(group.split("\n\n", -1))
                        .map(String::strip)
                        .filter(it -> it.startsWith(">"))
                        .map(it -> new Text(
                                groups[0].lines().findFirst().orElseThrow(),
                                rules,
                                groups[0].contains("\nweight: error"),
                                group.substring(0, 2),
                                example(group.startsWith("good", 3), it))));
    }

    private static Example example(boolean good, String quoted) {
        var title = "";
        var body = new ArrayList<String>();
        var situation = new ArrayList<>(INCIDENT);
        for (var line : quoted.lines().map(it -> it.substring(1).strip()).toList()) {
            if (line.startsWith("**")) {
                title = line.replace("**", "");
            } else if (line.startsWith("*")) {
                situation.addAll(List.of(line.replace("*", "").split(", ", -1)));
            } else {
                body.add(line);
            }
        }
        return new Example(good, title, String.join(" ", body), situation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void each_rule_is_found_where_it_is_broken_and_only_there(Text text) {
        var findings = COACH.review(ExampleReader.read(text.example(), text.language())).findings().stream()
                .filter(it -> text.rules().contains(it.rule()))
                .toList();

        if (text.example().good()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).isNotEmpty();
            if (text.holdsUp()) {
                assertThat(findings.getFirst().weight()).isEqualTo(Weight.ERROR);
            }
        }
    }
}
