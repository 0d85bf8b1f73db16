package dev.allclear.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.coach.Manuscript.Audience;
import dev.allclear.coach.Manuscript.Channel;
import dev.allclear.coach.Manuscript.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole messages that we made up, each with all that the twelve text rules should find in it.
class OurMessagesTest {

    private static final Coach COACH = Coach.create();

    private static final Set<String> TEXT_RULES = Set.of(
            "cliche-apology",
            "internal-cause-title",
            "no-impact",
            "no-scope",
            "over-promise",
            "blame",
            "jargon",
            "no-next-update",
            "no-all-clear",
            "time-without-zone",
            "workaround-mentioned",
            "leaks-internals");

    /// @param situation phase and audience
    private record Message(String situation, String title, String body, Set<String> flags) {
        @Override
        public String toString() {
            return situation + ": " + title;
        }
    }

    private static Stream<Message> messages() throws IOException {
        try (var file = Objects.requireNonNull(OurMessagesTest.class.getResourceAsStream("messages.md"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n## ", -1)).skip(1).map(OurMessagesTest::message);
        }
    }

    private static Message message(String part) {
        var lines = part.strip().lines().toList();
        var flags = lines.getLast().replace("flags:", "").replace(",", " ").strip();
        return new Message(
                lines.getFirst(),
                lines.get(2).replace("**", ""),
                String.join("\n", lines.subList(4, lines.size() - 2)).strip(),
                flags.isEmpty() ? Set.of() : new TreeSet<>(List.of(flags.split(" +", -1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void each_message_is_flagged_as_a_careful_reader_would(Message message) {
        var situation = message.situation().split(", ", -1);
        var review = COACH.review(new Manuscript(
                Channel.STATUS,
                Phase.valueOf(situation[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                Audience.valueOf(situation[1].toUpperCase(Locale.ROOT)),
                message.title(),
                message.body(),
                Optional.empty(),
                Context.UNKNOWN));

        assertThat(review.flags())
                .filteredOn(TEXT_RULES::contains)
                .containsExactlyInAnyOrderElementsOf(message.flags());
    }
}
