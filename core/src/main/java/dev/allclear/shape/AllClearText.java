package dev.allclear.shape;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.Incident;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Workaround;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes an all-clear from its answers, in the reader's language: what works again, since when and after how long,
/// what it was, what is left over, an apology after something bad, and what comes next.
public final class AllClearText {

    private AllClearText() {}

    /// @param now when it is said
    public static String of(Incident incident, AllClear answers, Instant restoredAt, Reader reader, Instant now) {
        var timing = new Timing(now, incident.startedAt(), null, restoredAt, null, null, null);
        var message = message(incident.severity(), reader, timing, words(answers.worksAgain()));
        return of(new Said(message, new WrittenTimes(message)), answers);
    }

    private static Message message(Severity severity, Reader reader, Timing timing, Words words) {
        var about = new About("", "", List.of(), null, List.of());
        return new Message(Occasion.RESOLVED, severity, reader, about, timing, null, words, new Links(null, null));
    }

    private static String of(Said said, AllClear answers) {
        var prose = said.prose;
        var leftovers = answers.leftovers().orElseGet(() -> said.vocabulary.get("residual.none"));
        var closing = prose.paragraph(
                said.message.grave()
                        ? said.vocabulary.get("sorry.full")
                        : answers.next() instanceof AllClear.Next.Thanks ? said.vocabulary.get("thanks") : "",
                next(said.times, answers.next()));
        return Stream.of(
                        prose.paragraph(said.restored().getFirst(), answers.reason()),
                        prose.sentence(leftovers),
                        closing)
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /// What comes next, as a clause; nothing where nothing does.
    public static String next(Reader reader, Instant now, AllClear.Next next) {
        var timing = new Timing(now, null, null, null, null, null, null);
        return next(new WrittenTimes(message(Severity.NOTICE, reader, timing, words(null))), next);
    }

    private static String next(Telling times, AllClear.Next next) {
        return switch (next) {
            case AllClear.Next.Report(var by) -> times.phrase("next.report", "day", times.day(by, false));
            case AllClear.Next.Thanks _, AllClear.Next.Nothing _ -> "";
        };
    }

    private static Words words(@Nullable String worksAgain) {
        return new Words(
                null,
                null,
                null,
                new Workaround.NotNeeded(),
                null,
                null,
                new RootCause.Unknown(),
                null,
                worksAgain,
                null,
                null,
                List.of(),
                null,
                null);
    }
}
