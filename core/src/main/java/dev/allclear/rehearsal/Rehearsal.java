package dev.allclear.rehearsal;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.language.Language;
import dev.allclear.playbook.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One outage that is only played, with all that was said about it.
///
/// @param scenario whether the outage goes on by itself, and tells how
/// @param endedAt in real time; empty while it goes on
/// @param lines oldest first
public record Rehearsal(
        RehearsalId id,
        PageId page,
        Slug playbook,
        Language language,
        Pace pace,
        boolean scenario,
        String startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<Line> lines) {

    /// Nobody rehearses for longer; what was forgotten ends by itself.
    public static final Duration LONGEST = Duration.ofHours(4);

    private static final int MOST_LINES = 50;

    public Rehearsal {
        lines = List.copyOf(lines);
    }

    public boolean isRunning(Instant now) {
        return endedAt.isEmpty() && now.isBefore(startedAt.plus(LONGEST));
    }

    /// What the clock of the rehearsal shows.
    public Instant played(Instant real) {
        var over = endedAt.orElse(startedAt.plus(LONGEST));
        var until = over.isBefore(real) ? over : real;
        return first().map(line -> line.at().plus(pace.played(Duration.between(line.at(), until))))
                .orElse(until);
    }

    private Optional<Line> first() {
        return lines.stream().findFirst();
    }

    public boolean isOver() {
        return !lines.isEmpty() && lines.getLast().isAllClear();
    }

    /// As it was after its first lines.
    public Rehearsal upTo(int count) {
        return with(lines.subList(0, count), endedAt);
    }

    /// Says something more. It follows the rules of an incident in earnest.
    Rehearsal say(Line line, Instant real) {
        mustRun(real);
        if (isOver()) {
            throw new Refused.Conflict("The all-clear is given. End the rehearsal to see how it went.");
        }
        if (lines.size() >= MOST_LINES) {
            throw new Refused.Conflict("This rehearsal has gone on for long enough.");
        }
        if (lines.isEmpty() && line.isAllClear()) {
            throw new Refused.Conflict("Before an all-clear somebody has to be told that something is wrong.");
        }
        var all = new ArrayList<>(lines);
        all.add(line);
        var next = with(all, endedAt);
        // The incident refuses what would be refused in earnest.
        var _ = next.incident();
        return next;
    }

    Rehearsal end(Instant real) {
        mustRun(real);
        return with(lines, Optional.of(real));
    }

    private void mustRun(Instant real) {
        if (!isRunning(real)) {
            throw new Refused.Conflict("This rehearsal is over.");
        }
    }

    private Rehearsal with(List<Line> said, Optional<Instant> end) {
        return new Rehearsal(id, page, playbook, language, pace, scenario, startedBy, startedAt, end, said);
    }

    /// The incident as it would be: a value that nobody keeps. Empty while nothing is said.
    public Optional<Incident> incident() {
        var told = Optional.<Incident>empty();
        for (var number = 0; number < lines.size(); number++) {
            var line = lines.get(number);
            var words = new Words(new UpdateId("line-" + number), line.text(), line.at(), line.author());
            told = Optional.of(told.map(before -> after(before, line, words)).orElseGet(() -> declared(line, words)));
        }
        return told;
    }

    private Incident declared(Line line, Words words) {
        return Incident.declared(
                new IncidentId("rehearsal"),
                page,
                line.title(),
                line.severity(),
                startedAt,
                line.facts(),
                line.areas(),
                line.occasion().stage(),
                words,
                line.due().orElseThrow(Rehearsal::nothingPromised));
    }

    private static Incident after(Incident before, Line line, Words words) {
        return line.isAllClear()
                ? before.resolve(words, line.restoredAt().orElse(line.at()), line.answers())
                : before.post(
                        line.occasion().stage(),
                        words,
                        line.areas(),
                        line.due().orElseThrow(Rehearsal::nothingPromised));
    }

    private static Refused nothingPromised() {
        return new Refused.Invalid("within", "Say within which time you speak again.");
    }
}
