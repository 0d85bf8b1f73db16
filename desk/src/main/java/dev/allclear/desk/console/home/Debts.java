package dev.allclear.desk.console.home;

import dev.allclear.Stored;
import dev.allclear.desk.console.home.HomeView.Owed;
import dev.allclear.desk.console.incidents.drafts.DraftRow;
import dev.allclear.desk.console.incidents.drafts.Handed;
import dev.allclear.desk.web.Ask;
import dev.allclear.incident.Draft;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.policy.Duty;
import dev.allclear.transaction.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What we owe beside the next updates: all-clears, reports, and drafts that wait for somebody.
record Debts(Ask ask, boolean mayDraft) {

    List<Owed> of(Tx tx, List<Incident> incidents) {
        var allClears = incidents.stream().filter(Debts::worksAgain).map(Debts::allClear);
        var policy = tx.policies().of(ask.page().id()).value();
        var reports = tx.incidents().unreported(ask.page().id(), ask.now().minus(Duty.FORGOTTEN)).stream()
                .map(Stored::value)
                .flatMap(incident -> policy.reportDue(incident).map(due -> report(incident, due)).stream())
                .sorted(Comparator.comparing(Owed::at));
        var today = ask.now().atZone(ask.page().zone()).toLocalDate();
        var actions = incidents.stream().flatMap(incident -> actions(incident, today));
        var drafts = mayDraft ? tx.drafts().all(ask.page().id()) : List.<Draft>of();
        // Customers wait for these: they come before everything else.
        var mine = drafts.stream().filter(draft -> Handed.isFor(draft, ask)).map(draft -> toAgree(tx, draft));
        var others =
                drafts.stream().filter(draft -> !Handed.isFor(draft, ask)).map(draft -> draft(DraftRow.of(tx, draft)));
        return Stream.of(mine, allClears, reports, actions, others)
                .flatMap(all -> all)
                .toList();
    }

    private static boolean worksAgain(Incident incident) {
        return incident.isOpen()
                && incident.areas().isEmpty()
                && !incident.everAffected().isEmpty();
    }

    private static Owed allClear(Incident incident) {
        return new Owed(
                "All-clear",
                incident.title(),
                "All its components work since ",
                incident.latest().at(),
                "clock",
                ". Customers have not got the all-clear.",
                "/desk/incidents/" + incident.id().value() + "/resolve",
                "Write the all-clear",
                true);
    }

    private Owed report(Incident incident, Instant due) {
        var late = !due.isAfter(ask.now());
        return new Owed(
                late ? "Report, overdue" : "Report",
                incident.title(),
                late ? "It was owed by " : "The post-incident report is owed by ",
                due,
                "moment",
                ".",
                "/desk/incidents/" + incident.id().value() + "/report",
                "Write the report",
                late);
    }

    /// What a report says was to be done by now.
    private static Stream<Owed> actions(Incident incident, LocalDate today) {
        return incident.phase() instanceof Phase.PostIncident(var _, var report)
                ? report.followUps().stream()
                        .filter(one -> one.isLate(today))
                        .map(one -> new Owed(
                                one.isPublic() ? "Promised action" : "Action",
                                one.what(),
                                "Due on " + one.by().orElseThrow() + "; the report was published ",
                                report.publishedAt(),
                                "day",
                                ".",
                                "/desk/incidents/" + incident.id().value() + "/report",
                                "Tick it off or move it",
                                true))
                : Stream.empty();
    }

    private static Owed toAgree(Tx tx, Draft draft) {
        var row = DraftRow.of(tx, draft);
        return new Owed(
                "To be agreed to",
                row.title(),
                row.kind() + " by " + row.author() + ", handed over ",
                row.waitingSince().orElse(row.savedAt()),
                "ago",
                ". It waits for you.",
                "/desk/drafts/" + row.id(),
                "Read and agree",
                false);
    }

    private static Owed draft(DraftRow row) {
        if (row.waitingSince().isPresent()) {
            return new Owed(
                    "Waits for a second person",
                    row.title(),
                    row.kind() + " by " + row.author() + ", handed over ",
                    row.waitingSince().get(),
                    "ago",
                    ".",
                    "/desk/drafts/" + row.id(),
                    "Go on writing",
                    false);
        }
        if (row.remark().isPresent()) {
            var remark = row.remark().get();
            return new Owed(
                    "Sent back",
                    row.title(),
                    "To " + row.author() + " by " + remark.by() + ", ",
                    remark.at(),
                    "ago",
                    ": " + remark.text(),
                    "/desk/drafts/" + row.id(),
                    "Go on",
                    false);
        }
        return new Owed(
                "Draft to publish",
                row.title(),
                "By " + row.author() + ", saved ",
                row.savedAt(),
                "ago",
                ".",
                "/desk/drafts/" + row.id(),
                "Review",
                false);
    }
}
