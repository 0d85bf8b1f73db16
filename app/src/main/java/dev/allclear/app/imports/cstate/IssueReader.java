package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import dev.allclear.app.imports.cstate.FrontMatter.Value;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Update;
import dev.allclear.operation.PastIncident.PastWord;
import dev.allclear.status.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one issue file. Whatever it doesn't understand it reports, with the line and with what it did instead.
final class IssueReader {

    /// The file's fields that say something here, and those that we know to say nothing.
    private static final Set<String> KNOWN = Set.of(
            "title",
            "date",
            "resolved",
            "resolvedwhen",
            "severity",
            "affected",
            "informational",
            "draft",
            "section",
            "pin",
            "automated",
            "id",
            "type",
            "lastmod",
            "description",
            "layout");

    private static final int LONGEST_TITLE = 200;

    private static final Pattern PLANNED_TITLE = Pattern.compile(
            "\\b(?:maintenances?|upgrad\\w*|migrat\\w*|brown-?outs?|planned|scheduled|reindex\\w*|reboots?|restarts?|replacement"
                    + "|version update|update .* to (?:\\w+ )?v?[0-9].*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLANNED_TEXT = Pattern.compile(
            "\\b(?:is planned|are planned|will (?:perform|proceed|migrate|upgrade|restart)"
                    + "|will be (?:upgraded|updated|migrated|moved|restarted|stopped|put offline)"
                    + "|we(?:['’]ll| will| are going to|['’]re going to) (?:do|perform|upgrade|update|migrate|move|restart|proceed|increase))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> NOBODY = Set.of("nothing", "none", "n/a", "-");
    private static final Pattern FILE_DATE = Pattern.compile("(?:.*/)?(\\d{4}-\\d{2}-\\d{2})[^/]*");

    private final SourceFile file;
    private final ZoneId zone;
    private final Instant now;
    private final Findings.OfFile findings;
    private final FrontMatter front;

    /// @param zone where clocks went when the file doesn't say
    IssueReader(SourceFile file, ZoneId zone, Instant now, Findings.OfFile findings) {
        this.file = file;
        this.zone = zone;
        this.now = now;
        this.findings = findings;
        this.front = FrontMatter.read(file.front(), findings);
    }

    /// @return empty for what can't be placed in time or must not be published; a finding says why
    Optional<OldIssue> read() {
        if (file.front().isEmpty()) {
            findings.add(Kind.UNREADABLE, 1, "there is no front matter between two lines of ---");
        }
        front.fields().forEach((name, field) -> {
            if (!KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
                findings.add(Kind.UNKNOWN_FIELD, field.line(), "`" + name + "` means nothing here");
            }
        });
        if (front.isTrue("draft")) {
            findings.add(Kind.SKIPPED, front.line("draft"), "left out: a draft was never published");
            return Optional.empty();
        }
        return start().flatMap(this::startedAt);
    }

    private Optional<Instant> start() {
        var written = time("date");
        if (written.isPresent()) {
            return written;
        }
        var named = FILE_DATE.matcher(file.name());
        var day = named.matches() ? OldTime.read(named.group(1), zone) : Optional.<OldTime>empty();
        if (day.isEmpty()) {
            findings.add(
                    Kind.SKIPPED,
                    front.line("date"),
                    "left out: neither `date` nor the file's name says when it began");
        } else {
            findings.add(
                    Kind.TIME_GUESSED, front.line("date"), "no readable `date`; the day in the file's name was taken");
        }
        return day.map(OldTime::at);
    }

    private Optional<Instant> time(String field) {
        return front.value(field).flatMap(value -> {
            var read = OldTime.read(value.text(), zone);
            if (read.isEmpty()) {
                findings.add(Kind.TIME_GUESSED, value.line(), "`" + field + ": " + value.text() + "` is no time");
            } else if (read.get().day()) {
                findings.add(
                        Kind.TIME_WITHOUT_ZONE,
                        value.line(),
                        "`" + field + "` names a day only; taken as its first minute in " + zone);
            } else if (!read.get().zoned()) {
                findings.add(Kind.TIME_WITHOUT_ZONE, value.line(), "`" + field + "` has no zone; read as " + zone);
            }
            return read.map(OldTime::at);
        });
    }

    private Optional<OldIssue> startedAt(Instant start) {
        if (start.isAfter(now)) {
            findings.add(
                    Kind.SKIPPED, front.line("date"), "left out: it lies in the future; announce it as maintenance");
            return Optional.empty();
        }
        var text = new PlainMarkdown(findings, file.bodyLine()).of(file.body());
        var body = Body.of(text, zone);
        var end = new Ending(front, findings, now).of(start, this::time, body);
        var title = title();
        var hurt = hurt();
        var opening = isPlanned(hurt, title, text) ? Update.Kind.IDENTIFIED : Update.Kind.INVESTIGATING;
        var words = new Story(body, start, end, now, opening, findings, file.bodyLine()).words(title);
        return Optional.of(new OldIssue(
                file.name(),
                shortened(title),
                hurt.severity(),
                hurt.state(),
                start,
                end,
                affected(),
                said(title, words)));
    }

    /// Nobody has to look for the cause of planned work, nor of what is only made known.
    private static boolean isPlanned(Hurt hurt, String title, String text) {
        return hurt.severity() == Severity.NOTICE
                || PLANNED_TITLE.matcher(title).find()
                || PLANNED_TEXT.matcher(text).find();
    }

    private String title() {
        var title = front.value("title")
                .map(Value::text)
                .map(text -> line(text.replace("`", "")))
                .filter(text -> !text.isEmpty());
        if (title.isEmpty()) {
            findings.add(
                    Kind.EMPTY_TEXT, front.line("title"), "there is no title; the file's name stands in its place");
        }
        return title.orElseGet(() -> file.name()
                .replaceFirst(".*/", "")
                .replaceFirst("\\.md$", "")
                .replaceFirst("^\\d{4}-\\d{2}-\\d{2}-", "")
                .replace('-', ' '));
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }

    /// How much it hurt, and in which state that put what it names.
    private record Hurt(Severity severity, State state) {}

    /// One system that is down is not yet a company that is down: nothing here becomes critical.
    private Hurt hurt() {
        if (front.isTrue("informational")) {
            return new Hurt(Severity.NOTICE, State.OPERATIONAL);
        }
        var written = front.value("severity")
                .map(value -> value.text().toLowerCase(Locale.ROOT))
                .orElse("");
        return switch (written) {
            case "down" -> new Hurt(Severity.MAJOR, State.MAJOR_OUTAGE);
            case "disrupted" -> new Hurt(Severity.MINOR, State.PARTIAL_OUTAGE);
            case "notice" -> new Hurt(Severity.NOTICE, State.OPERATIONAL);
            default -> {
                findings.add(
                        Kind.SEVERITY_UNKNOWN,
                        front.line("severity"),
                        (written.isEmpty() ? "there is no severity" : "`" + written + "` is no severity")
                                + "; taken as minor, with the state of its systems unknown");
                yield new Hurt(Severity.MINOR, State.UNKNOWN);
            }
        };
    }

    private List<OldIssue.Named> affected() {
        Map<String, OldIssue.Named> named = new LinkedHashMap<>();
        for (var value : front.values("affected")) {
            var name = line(value.text());
            if (name.isEmpty() || NOBODY.contains(name.toLowerCase(Locale.ROOT))) {
                findings.add(Kind.NO_SYSTEM, value.line(), "`" + name + "` is no system");
            } else {
                named.putIfAbsent(name, new OldIssue.Named(name, value.line()));
            }
        }
        if (front.values("affected").isEmpty()) {
            findings.add(Kind.NO_SYSTEM, front.line("affected"), "it names no system; no component is touched");
        }
        return List.copyOf(named.values());
    }

    private List<PastWord> said(String title, List<PastWord> words) {
        var pieces = new Pieces(zone, findings, file.bodyLine());
        var whole = title.length() <= LONGEST_TITLE ? words : pieces.under(title, words);
        return whole.stream().flatMap(word -> pieces.of(word).stream()).toList();
    }
}
