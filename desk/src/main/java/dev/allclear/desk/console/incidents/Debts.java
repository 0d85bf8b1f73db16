package dev.allclear.desk.console.incidents;

import dev.allclear.desk.console.incidents.HomeView.Owed;
import dev.allclear.desk.web.Ask;
import dev.allclear.incident.Incident;
import dev.allclear.policy.Duty;
import dev.allclear.transaction.Tx;
import java.util.List;
import java.util.stream.Stream;

/// What we owe beside the next updates: all-clears, reports, and drafts that wait for somebody.
record Debts(Ask ask, boolean mayDraft) {

    List<Owed> of(Tx tx, List<Incident> incidents) {
        var allClears = incidents.stream().filter(Debts::worksAgain).map(Debts::allClear);
        var policy = tx.policies().of(ask.page().id()).value();
        var reports = incidents.stream()
                .filter(incident -> Duty.owesReport(incident, policy))
                .map(Debts::report);
        var drafts = mayDraft
                ? tx.drafts().all(ask.page().id()).stream()
                        .map(draft -> DraftRow.of(tx, draft))
                        .map(Debts::draft)
                : Stream.<Owed>empty();
        return Stream.of(allClears, reports, drafts).flatMap(all -> all).toList();
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
                "Write the all-clear");
    }

    private static Owed report(Incident incident) {
        return new Owed(
                "Report",
                incident.title(),
                "Resolved ",
                incident.resolvedAt().orElseThrow(),
                "moment",
                ". The post-incident report is owed.",
                "/desk/incidents/" + incident.id().value() + "/report",
                "Write the report");
    }

    private static Owed draft(DraftRow row) {
        return new Owed(
                "Draft to publish",
                row.title(),
                "By " + row.author() + ", saved ",
                row.savedAt(),
                "ago",
                ".",
                "/desk/drafts/" + row.id(),
                "Review");
    }
}
