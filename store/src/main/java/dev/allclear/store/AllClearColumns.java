package dev.allclear.store;

import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Columns.value;

import dev.allclear.incident.AllClear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/// What an all-clear answers, in the row of its update.
final class AllClearColumns {

    private static final Field<String> WORKS_AGAIN = text("works_again");
    private static final Field<String> REASON = text("reason");
    private static final Field<String> LEFTOVERS = text("leftovers");
    private static final Field<NextName> NEXT_STEP = oneOf("next_step", NextName.class);
    private static final Field<LocalDate> REPORT_BY =
            value("report_by", LocalDate.class, LocalDate::parse, LocalDate::toString);

    static final List<Field<?>> ALL = List.of(WORKS_AGAIN, REASON, LEFTOVERS, NEXT_STEP, REPORT_BY);

    private AllClearColumns() {}

    enum NextName {
        REPORT,
        THANKS,
        NOTHING
    }

    static Row row(Optional<AllClear> answers) {
        return new Row()
                .with(WORKS_AGAIN, answers.map(AllClear::worksAgain))
                .with(REASON, answers.map(AllClear::reason))
                .with(LEFTOVERS, answers.flatMap(AllClear::leftovers))
                .with(NEXT_STEP, answers.map(one -> name(one.next())))
                .with(REPORT_BY, answers.flatMap(one -> reportBy(one.next())));
    }

    private static NextName name(AllClear.Next next) {
        return switch (next) {
            case AllClear.Next.Report _ -> NextName.REPORT;
            case AllClear.Next.Thanks _ -> NextName.THANKS;
            case AllClear.Next.Nothing _ -> NextName.NOTHING;
        };
    }

    private static Optional<LocalDate> reportBy(AllClear.Next next) {
        return next instanceof AllClear.Next.Report(var by) ? Optional.of(by) : Optional.empty();
    }

    static Optional<AllClear> answers(Record row) {
        return Optional.ofNullable(row.get(WORKS_AGAIN))
                .map(worksAgain -> new AllClear(
                        worksAgain,
                        row.get(REASON),
                        Optional.ofNullable(row.get(LEFTOVERS)),
                        switch (row.get(NEXT_STEP)) {
                            case REPORT -> new AllClear.Next.Report(row.get(REPORT_BY));
                            case THANKS -> new AllClear.Next.Thanks();
                            case NOTHING -> new AllClear.Next.Nothing();
                        }));
    }
}
