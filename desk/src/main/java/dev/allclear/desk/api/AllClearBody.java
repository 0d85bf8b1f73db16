package dev.allclear.desk.api;

import dev.allclear.incident.AllClear;
import dev.allclear.incident.AllClear.Next;
import dev.allclear.operation.Resolution;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// An all-clear in the API: its text, or what it answers one by one, or both.
final class AllClearBody {

    private AllClearBody() {}

    /// @param leftovers null for nothing
    record View(String worksAgain, String reason, Optional<String> leftovers, NextView next) {}

    record NextView(String kind, Optional<LocalDate> by) {}

    private enum NextKind {
        REPORT,
        THANKS,
        NOTHING;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static View view(AllClear answers) {
        return new View(
                answers.worksAgain(),
                answers.reason(),
                answers.leftovers(),
                switch (answers.next()) {
                    case Next.Report(var by) -> new NextView(NextKind.REPORT.key(), Optional.of(by));
                    case Next.Thanks _ -> new NextView(NextKind.THANKS.key(), Optional.empty());
                    case Next.Nothing _ -> new NextView(NextKind.NOTHING.key(), Optional.empty());
                });
    }

    static Resolution read(Fields fields) {
        var resolution = readInside(fields);
        fields.refuseIfWrong();
        return resolution;
    }

    /// For an all-clear that is part of something else: what is wrong with it is told with the rest.
    static Resolution readInside(Fields fields) {
        var answers = fields.maybe("all_clear", fields::object).flatMap(AllClearBody::answers);
        // A wrong answer is told as such; that the text is missing beside it would only hide it.
        var text = fields.isNull("all_clear")
                ? fields.prose("text", 20_000)
                : fields.maybe("text", name -> fields.optionalProse(name, 20_000));
        var restoredAt = fields.maybe("restored_at", fields::time);
        return new Resolution(text.orElse(""), restoredAt, answers);
    }

    private static Optional<AllClear> answers(Fields inside) {
        var worksAgain = inside.line("works_again", AllClear.CLAUSE_LIMIT);
        var reason = inside.prose("reason", AllClear.TEXT_LIMIT);
        if (!inside.has("leftovers")) {
            inside.wrong("leftovers", "Say what is left over, or null for nothing.");
        }
        var leftovers = inside.maybe("leftovers", name -> inside.prose(name, AllClear.TEXT_LIMIT));
        var next = inside.object("next").flatMap(AllClearBody::next);
        return worksAgain.flatMap(
                works -> reason.flatMap(why -> next.map(step -> new AllClear(works, why, leftovers, step))));
    }

    private static Optional<Next> next(Fields inside) {
        return inside.oneOf("kind", NextKind.values(), NextKind::key).flatMap(kind -> switch (kind) {
            case REPORT -> inside.date("by").map(Next.Report::new);
            case THANKS -> Optional.of(new Next.Thanks());
            case NOTHING -> Optional.of(new Next.Nothing());
        });
    }
}
