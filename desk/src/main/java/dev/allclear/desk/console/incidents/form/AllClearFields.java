package dev.allclear.desk.console.incidents.form;

import dev.allclear.Refused;
import dev.allclear.Text;
import dev.allclear.desk.console.TypedTimes;
import dev.allclear.desk.console.Watch;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Parameters;
import dev.allclear.incident.AllClear;
import dev.allclear.incident.AllClear.Next;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.RootCause;
import dev.allclear.policy.SeverityPolicy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what an all-clear answers: `worksAgain`, `restoredAt`, `reason`, `leftovers` and `leftoversText`, `next` and
/// `reportBy`.
public final class AllClearFields {

    private AllClearFields() {}

    /// What the form of an incident begins with: all that is known already.
    public static Map<String, String> beginning(Incident incident, SeverityPolicy policy, Watch watch) {
        var fields = new HashMap<String, String>();
        fields.put("restoredAt", watch.field(watch.now()));
        fields.put("reason", known(incident.facts()));
        var report = policy.of(incident.severity()).report();
        fields.put("next", report.isPresent() ? "report" : "thanks");
        report.map(within -> watch.now().plus(within).atZone(watch.zone()).toLocalDate())
                .ifPresent(day -> fields.put("reportBy", day.toString()));
        return fields;
    }

    private static String known(Facts facts) {
        if (!facts.fix().isEmpty()) {
            return facts.fix();
        }
        return facts.cause() instanceof RootCause.Confirmed(var text) ? text : "";
    }

    /// @return empty if something is wrong, which is noted
    public static Optional<AllClear> read(Parameters typed, LocalDate today, Faults faults) {
        var worksAgain = faults.read(() -> Text.line(
                "worksAgain",
                said(typed, "worksAgain", "Say what works again, such as “card payments work again”."),
                AllClear.CLAUSE_LIMIT));
        var reason = faults.read(() -> Text.prose(
                "reason",
                said(typed, "reason", "Say in plain words what it was or what ended it; if nobody knows, say that."),
                AllClear.TEXT_LIMIT));
        var leftovers = faults.read(() -> leftovers(typed));
        var next = faults.read(() -> next(typed, today));
        return worksAgain.flatMap(works -> reason.flatMap(
                why -> leftovers.flatMap(left -> next.map(step -> new AllClear(works, why, left, step)))));
    }

    private static Optional<String> leftovers(Parameters typed) {
        return switch (typed.get("leftovers")) {
            case "nothing" -> Optional.empty();
            case "something" ->
                Optional.of(Text.prose(
                        "leftoversText",
                        said(typed, "leftoversText", "Say what is late, missing or to be done again."),
                        AllClear.TEXT_LIMIT));
            default -> throw new Refused.Invalid("leftovers", "Say whether anything is left over.");
        };
    }

    private static Next next(Parameters typed, LocalDate today) {
        return switch (typed.get("next")) {
            case "report" -> new Next.Report(day(typed, today));
            case "thanks" -> new Next.Thanks();
            case "nothing" -> new Next.Nothing();
            default -> throw new Refused.Invalid("next", "Say what comes next.");
        };
    }

    private static LocalDate day(Parameters typed, LocalDate today) {
        try {
            var day = LocalDate.parse(said(typed, "reportBy", "Say by which day the report appears."));
            if (day.isBefore(today)) {
                throw new Refused.Invalid("reportBy", "This day has passed already.");
            }
            return day;
        } catch (DateTimeException unreadable) {
            throw new Refused.Invalid("reportBy", "This should be a day, such as 2026-11-22.");
        }
    }

    private static String said(Parameters typed, String field, String missing) {
        return typed.filled(field).orElseThrow(() -> new Refused.Invalid(field, missing));
    }

    /// A field for times knows no seconds: the minute in which the incident began counts as its beginning.
    public static Optional<Instant> restoredAt(Parameters typed, Incident incident, ZoneId zone) {
        var startedAt = incident.startedAt();
        return TypedTimes.read(typed, "restoredAt", zone)
                .map(at -> at.equals(startedAt.truncatedTo(ChronoUnit.MINUTES)) ? startedAt : at);
    }
}
