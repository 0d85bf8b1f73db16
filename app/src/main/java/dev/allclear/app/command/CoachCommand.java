package dev.allclear.app.command;

import dev.allclear.Refused;
import dev.allclear.app.settings.Setting;
import dev.allclear.coach.Coach;
import dev.allclear.coach.Submission;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `coach --jsonl`: reads one message per line, and writes the rules that found something in it.
final class CoachCommand {

    static final String JSON_LINES = "--jsonl";

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json = new JsonMapper();
    private final Coach coach = Coach.create();

    private CoachCommand() {}

    static int run(Map<Setting, String> flags, ParseResult parsed) throws IOException {
        if (!parsed.hasMatchedOption(JSON_LINES)) {
            System.err.println(
                    "Say ./allclear coach --jsonl, and give the messages on standard input, one JSON object per line.");
            return 2;
        }
        // Whatever the machine's own encoding is, JSON lines are UTF-8.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return answer(new InputStreamReader(System.in, StandardCharsets.UTF_8), out, System.err);
    }

    /// @return 2 when a line could not be read; the others are answered all the same
    static int answer(Reader in, PrintStream out, PrintStream err) throws IOException {
        var command = new CoachCommand();
        var lines = new BufferedReader(in);
        var code = 0;
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                out.println(command.answer(line));
                out.flush();
            } catch (JacksonException wrong) {
                err.println("Line " + number + " is no JSON object: " + wrong.getOriginalMessage());
                code = 2;
            } catch (Refused wrong) {
                err.println("Line " + number + ": " + wrong.getMessage());
                code = 2;
            }
        }
        return code;
    }

    private String answer(String line) {
        var message = json.readValue(line, OBJECT);
        if (!(message.get("id") instanceof String id)) {
            throw new Refused.Invalid("id", "The field \"id\" is missing; it should be a text.");
        }
        var review = coach.review(Submission.read(message));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("flags", review.flags());
        return json.writeValueAsString(answer);
    }
}
