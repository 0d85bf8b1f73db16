package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.desk.roster.JsonLines;
import dev.allclear.desk.roster.TermsForm;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Json;
import dev.allclear.desk.web.Malformed;
import dev.allclear.operation.RosterDesk;
import dev.allclear.people.Permission;
import dev.allclear.roster.CsvRoster;
import dev.allclear.roster.Fate;
import dev.allclear.roster.Lines;
import dev.allclear.roster.ReportWriter;
import dev.allclear.roster.Tally;
import dev.allclear.roster.Terms;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// `/subscribers/import` and `/subscribers/export`: all of them as a file.
final class RosterResource {

    private static final String CSV = "text/csv; charset=utf-8";

    private final RosterDesk desk;
    private final Json json;
    private final Replies replies;

    RosterResource(RosterDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/subscribers/export", Permission.MANAGE_SUBSCRIBERS, this::export);
        // Whoever sends a file again changes nothing more, so it needs no key to be repeated.
        mount.ask("/subscribers/import", Permission.MANAGE_SUBSCRIBERS, this::take);
    }

    private Answer export(Ask ask) {
        var which = SelectionQuery.read(ask);
        return Answer.poured(
                        CSV,
                        out -> desk.write(
                                ask.page().id(), which, text -> out.accept(text.getBytes(StandardCharsets.UTF_8))))
                .with("Content-Disposition", "attachment; filename=\"subscribers.csv\"")
                .with("Cache-Control", "no-store");
    }

    /// @param notes of every line about which there is something to say
    private record Report(
            boolean dryRun,
            long lines,
            long added,
            long asked,
            long changed,
            long unchanged,
            long refused,
            List<Note> notes) {}

    private record Note(long line, String outcome, String field, String message) {}

    private Answer take(Ask ask) {
        var terms = TermsForm.read(ask.query(), ask.now());
        var isDry = ask.query().get("dry_run").equals("true");
        if (ask.headers().only("Accept").orElse("").equals("text/csv")) {
            var report = new StringBuilder(ReportWriter.head());
            var _ = run(ask, terms, isDry, fate -> report.append(ReportWriter.line(fate)));
            return Answer.of(200, CSV, report.toString().getBytes(StandardCharsets.UTF_8));
        }
        var notes = new ArrayList<Note>();
        var tally = run(ask, terms, isDry, fate -> {
            if (!fate.why().isEmpty()) {
                notes.add(new Note(fate.line(), fate.kind().key(), fate.field(), fate.why()));
            }
        });
        return replies.ok(new Report(
                isDry,
                tally.lines(),
                tally.of(Fate.Kind.ADDED),
                tally.of(Fate.Kind.ASKED),
                tally.of(Fate.Kind.CHANGED),
                tally.of(Fate.Kind.UNCHANGED),
                tally.of(Fate.Kind.REFUSED),
                notes));
    }

    private Tally run(Ask ask, Terms terms, boolean isDry, Consumer<Fate> told) {
        var page = ask.page().id();
        var lines = lines(ask);
        return isDry ? desk.look(page, lines, terms, told) : desk.take(page, lines, terms, ask.actor(), told);
    }

    private Lines lines(Ask ask) {
        var text = ask.text();
        if (text.isBlank()) {
            throw new Refused.Invalid("lines", "There is nothing in it.");
        }
        return switch (ask.contentType()) {
            case "text/csv", "text/plain", "text/tab-separated-values" -> new CsvRoster(new StringReader(text));
            case "application/x-ndjson", "application/jsonl", "application/x-jsonlines" -> new JsonLines(text, json);
            default -> throw Malformed.type("text/csv or application/x-ndjson");
        };
    }
}
