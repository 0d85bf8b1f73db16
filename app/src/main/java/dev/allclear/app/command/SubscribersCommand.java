package dev.allclear.app.command;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.app.Offline;
import dev.allclear.app.machine.OwnFile;
import dev.allclear.app.settings.Setting;
import dev.allclear.app.settings.WrongSetting;
import dev.allclear.audience.Selection;
import dev.allclear.desk.roster.JsonLines;
import dev.allclear.desk.roster.TermsForm;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Parameters;
import dev.allclear.people.Actor;
import dev.allclear.roster.CsvRoster;
import dev.allclear.roster.Fate;
import dev.allclear.roster.Lines;
import dev.allclear.roster.ReportWriter;
import dev.allclear.roster.Terms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `subscribers import FILE` and `subscribers export FILE`: all of them as a file of any length, also beside a running
/// server.
final class SubscribersCommand {

    private static final int SHOWN = 20;
    private static final int PROGRESS = 100_000;
    private static final Actor ACTOR = new Actor("command line");

    private SubscribersCommand() {}

    static void describe(CommandSpec command) {
        command.addPositional(positional("0", "ACTION", "import or export", true));
        command.addPositional(positional(
                "1", "FILE", "CSV, or .jsonl with an object on each line; - for standard input or output", true));
        command.addOption(value("--page", "SLUG", "Whose subscribers; of the first page if left out"));
        command.addOption(flag("--dry-run", "Import: reports what would happen, and changes nothing"));
        command.addOption(value("--consent", "WORDS", "Import: how all of them agreed, kept with each as the proof"));
        command.addOption(value("--consent-at", "DAY", "Import: the day on which they did, such as 2026-11-22"));
        command.addOption(
                value("--ask", "NUMBER", "Import: so many of those without proof are asked by mail; none if left out"));
        command.addOption(
                flag("--overwrite", "Import: the file overrides what those chose who are subscribed already"));
        command.addOption(value("--tags", "TAGS", "Import: tags for all of them, with commas between"));
        command.addOption(value("--report", "REPORT", "Import: writes what became of each line to this CSV file"));
        command.addOption(value("--search", "TEXT", "Export: only those whose address holds this"));
    }

    private static PositionalParamSpec positional(String index, String label, String description, boolean required) {
        return PositionalParamSpec.builder()
                .index(index)
                .paramLabel(label)
                .type(String.class)
                .required(required)
                .description(description)
                .build();
    }

    private static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }

    static int run(Map<Setting, String> flags, ParseResult parsed) throws Exception {
        var action = parsed.matchedPositionalValue(0, "");
        var file = parsed.matchedPositionalValue(1, "");
        try (var offline = Offline.open(ServeCommand.settings(flags))) {
            var page = page(offline, parsed);
            return switch (action) {
                case "import" -> take(offline, page, file, parsed);
                case "export" -> write(offline, page, file, parsed);
                default -> throw new WrongSetting("Say what to do: import or export.");
            };
        } catch (Refused.Invalid invalid) {
            invalid.faults().forEach(fault -> System.err.println(fault.field() + ": " + fault.message()));
            return 2;
        } catch (UncheckedIOException unreadable) {
            throw new WrongSetting(
                    unreadable.getCause() instanceof CharacterCodingException
                            ? file + " is not UTF-8."
                            : file + " can't be read: " + unreadable.getMessage());
        }
    }

    private static PageId page(Offline offline, ParseResult parsed) {
        var slug = parsed.matchedOptionValue("--page", "");
        return offline.doors().pages().all().stream()
                .map(page -> page.value())
                .filter(page -> slug.isEmpty() || page.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new WrongSetting(
                        slug.isEmpty()
                                ? "There is no page yet; start the server first."
                                : "There is no page " + slug + "."))
                .id();
    }

    private static int take(Offline offline, PageId page, String file, ParseResult parsed) throws IOException {
        var terms = terms(offline, parsed);
        var isDry = parsed.hasMatchedOption("--dry-run");
        var begun = System.nanoTime();
        try (var text = reader(file);
                var report = new Report(parsed.matchedOptionValue("--report", ""))) {
            var lines = lines(file, text);
            var desk = offline.doors().rosters();
            var tally = isDry ? desk.look(page, lines, terms, report) : desk.take(page, lines, terms, ACTOR, report);
            var seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
            System.out.printf(
                    "%s%s. %.1f s, %,d lines a second.%n",
                    isDry ? "It would be: " : "", tally.inWords(), seconds, Math.round(tally.lines() / seconds));
            return 0;
        }
    }

    private static Terms terms(Offline offline, ParseResult parsed) {
        var fields = new HashMap<String, List<String>>();
        Map.of("--consent", "consent", "--consent-at", "consent_at", "--ask", "ask", "--tags", "tags")
                .forEach((option, field) -> fields.put(field, List.of(parsed.matchedOptionValue(option, ""))));
        if (parsed.hasMatchedOption("--overwrite")) {
            fields.put("overwrite", List.of("true"));
        }
        return TermsForm.read(Parameters.of(fields), offline.clock().instant());
    }

    private static BufferedReader reader(String file) throws IOException {
        if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
            throw new WrongSetting("There is no file " + file + " that can be read.");
        }
        var bytes = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        // Refuses what is no UTF-8, instead of taking in names that nobody has.
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), 1 << 18);
    }

    private static Lines lines(String file, Reader text) {
        return file.endsWith(".jsonl") || file.endsWith(".ndjson")
                ? new JsonLines(text, new Json())
                : new CsvRoster(text);
    }

    /// Shows the first refusals and how far it has come; writes all of it to a file where one is named.
    private static final class Report implements Consumer<Fate>, AutoCloseable {

        private final Writer file;
        private int shown;
        private long lines;

        Report(String name) throws IOException {
            file = name.isEmpty() ? Writer.nullWriter() : OwnFile.writer(Path.of(name));
            file.write(ReportWriter.head());
        }

        @Override
        public void accept(Fate fate) {
            try {
                file.write(ReportWriter.line(fate));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            if (fate.kind() == Fate.Kind.REFUSED && shown++ < SHOWN) {
                System.out.println("line " + fate.line() + ": " + fate.field() + ": " + fate.why());
            }
            if (++lines % PROGRESS == 0) {
                System.err.printf("%,d lines%n", lines);
            }
        }

        @Override
        public void close() throws IOException {
            if (shown > SHOWN) {
                System.out.printf("and %,d more refused; --report FILE names them all%n", shown - SHOWN);
            }
            file.close();
        }
    }

    private static int write(Offline offline, PageId page, String file, ParseResult parsed) throws IOException {
        var which = Selection.of(parsed.matchedOptionValue("--search", ""));
        if (file.equals("-")) {
            var out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
            write(offline, page, which, out);
            return 0;
        }
        try (var out = OwnFile.writer(Path.of(file))) {
            write(offline, page, which, out);
        }
        return 0;
    }

    private static void write(Offline offline, PageId page, Selection which, Writer out) throws IOException {
        offline.doors().rosters().write(page, which, text -> {
            try {
                out.write(text);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });
        out.flush();
    }
}
