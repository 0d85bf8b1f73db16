package dev.allclear.app.imports.cstate;

import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Finds out when an issue was over.
///
/// An end that nobody wrote down, or that can't be, is taken as the beginning: then no downtime is made up.
final class Ending {

    private final FrontMatter front;
    private final Findings.OfFile findings;
    private final Instant now;

    Ending(FrontMatter front, Findings.OfFile findings, Instant now) {
        this.front = front;
        this.findings = findings;
        this.now = now;
    }

    /// @param time reads a field
    /// @return empty while it is open
    Optional<Instant> of(Instant start, Function<String, Optional<Instant>> time, Body body) {
        var written = time.apply("resolvedWhen");
        if (!isOver(written)) {
            return Optional.empty();
        }
        var line = front.line("resolvedWhen");
        if (written.isEmpty()) {
            return Optional.of(body.saidToBeOver()
                    .filter(said -> !said.isBefore(start) && !said.isAfter(now))
                    .orElseGet(() -> {
                        if (!front.isTrue("informational")) {
                            findings.add(
                                    Kind.END_UNKNOWN, line, "nothing says when it was over; no downtime is counted");
                        }
                        return start;
                    }));
        }
        if (written.get().isBefore(start)) {
            var before = Duration.between(written.get(), start);
            findings.add(
                    Kind.END_UNKNOWN,
                    line,
                    "`resolvedWhen` lies " + length(before) + " before `date`; no downtime is counted");
            return Optional.of(start);
        }
        if (written.get().isAfter(now)) {
            findings.add(Kind.END_UNKNOWN, line, "`resolvedWhen` lies in the future; no downtime is counted");
            return Optional.of(start);
        }
        return written;
    }

    private boolean isOver(Optional<Instant> written) {
        if (front.isTrue("informational") || front.isTrue("resolved")) {
            return true;
        }
        var says = front.value("resolved");
        if (says.isEmpty() && written.isPresent()) {
            findings.add(
                    Kind.UNREADABLE,
                    front.line("resolved"),
                    "`resolved` is missing; it has an end, so it is taken as over");
            return true;
        }
        findings.add(
                Kind.STILL_OPEN,
                front.line("resolved"),
                "it is open, and so it is here; an update is owed from now on"
                        + (written.isPresent() ? ", although it has an end" : ""));
        return false;
    }

    private static String length(Duration length) {
        return length.toDays() > 0
                ? length.toDays() + " d " + length.toHoursPart() + " h"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }
}
