package dev.allclear.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CoachCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void each_line_is_answered_with_the_rules_that_found_something() throws IOException {
        var code = coach("""
                {"id":"a","phase":"resolved","audience":"general","title":"Sign-in","body":"We apologize for any inconvenience. You can sign in again since 14:05 UTC."}
                {"id":"b","phase":"resolved","title":"Sign-in","body":"You can sign in again since 14:05 UTC. A bug of ours was the cause."}
                """);

        assertThat(written(out)).isEqualTo("""
                {"id":"a","flags":["cliche-apology"]}
                {"id":"b","flags":[]}
                """);
        assertThat(code).isZero();
    }

    @Test
    void a_line_that_cannot_be_read_is_named_and_the_others_are_answered() throws IOException {
        var code = coach("""
                {"id":"a","phase":"exploding","body":"Boom."}
                not json

                {"id":"d","phase":"maintenance-done","title":"Forum","body":"The forum has new search. It took 20 minutes."}
                {"phase":"resolved","body":"Who am I?"}
                """);

        assertThat(written(err))
                .contains("Line 1: The field \"phase\" should be one of investigating")
                .contains("Line 2 is no JSON object")
                .contains("Line 5: The field \"id\" is missing");
        assertThat(written(out)).startsWith("{\"id\":\"d\"").hasLineCount(1);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void facts_around_a_message_are_read_too() throws IOException {
        coach("""
                {"id":"a","phase":"identified","title":"Mail","body":"Mail from Paynorth is late. Next update 15:00 UTC.","forbidden_names":["Paynorth"],"eta":{"at":"2026-03-12T15:00:00Z"},"products":["Mail"]}
                """);

        assertThat(written(out)).contains("\"blame\"");
    }

    @Test
    void the_command_is_listed() {
        assertThat(CommandTree.names()).contains("coach");
    }

    private int coach(String lines) throws IOException {
        return CoachCommand.answer(new StringReader(lines), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String written(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
