package dev.allclear.desk.console;

import dev.allclear.Stored;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.FrontDoors;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Phase;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.Permission;
import dev.allclear.people.Session;
import dev.allclear.policy.Duty;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.wording.Permalinks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks up what the frame around a screen shows.
record Frames(FrontDoors doors, Permalinks links, boolean keepsMails) {

    Frame of(Ask ask, Account account, Session session, Place place, String title) {
        var page = ask.page();
        var watch = new Watch(page.zone(), ask.now());
        var standing = standing(page, account, ask.now());
        return new Frame(
                Head.of(ask, title + " · " + page.name() + " desk", owed(standing, watch)),
                place,
                ask.link(""),
                page,
                links.base(page, ask.isDefaultPage()).toString(),
                pages(page, account),
                account,
                session.formToken(),
                watch,
                standing,
                false,
                keepsMails,
                Optional.empty());
    }

    private List<Frame.OtherPage> pages(Page current, Account account) {
        return doors.pages().all().stream()
                .map(Stored::value)
                .filter(page -> account.may(page.id(), Permission.VIEW_DESK))
                .map(page -> new Frame.OtherPage(
                        page.name(), "/p/" + page.slug() + "/desk", page.id().equals(current.id())))
                .toList();
    }

    private Frame.Standing standing(Page page, Account account, Instant now) {
        return doors.store().reading(tx -> {
            var policy = tx.policies().of(page.id()).value();
            var updates = tx.incidents().open(page.id()).stream()
                    .map(Stored::value)
                    .flatMap(incident -> promise(incident).stream())
                    .sorted(Comparator.comparing(Frame.Promise::due))
                    .toList();
            var lateReports = tx.incidents().unreported(page.id(), now.minus(Duty.FORGOTTEN)).stream()
                    .map(Stored::value)
                    .flatMap(incident -> report(incident, policy).stream())
                    .filter(report -> !report.due().isAfter(now))
                    .sorted(Comparator.comparing(Frame.Promise::due))
                    .toList();
            var promises = Stream.concat(updates.stream(), lateReports.stream()).toList();
            var late = promises.stream()
                    .filter(promise -> !promise.due().isAfter(now))
                    .count();
            var drafts = account.may(page.id(), Permission.DRAFT)
                    ? tx.drafts().all(page.id()).size()
                    : 0;
            var more = Math.max(0, promises.size() - 1);
            return new Frame.Standing(promises.stream().findFirst(), more, updates.size(), (int) late, drafts);
        });
    }

    private static Optional<Frame.Promise> promise(Incident incident) {
        return incident.phase() instanceof Phase.Open(var _, var due)
                ? Optional.of(new Frame.Promise(incident.id().value(), incident.title(), due, false))
                : Optional.empty();
    }

    private static Optional<Frame.Promise> report(Incident incident, SeverityPolicy policy) {
        return policy.reportDue(incident)
                .map(due -> new Frame.Promise(incident.id().value(), incident.title(), due, true));
    }

    /// What the title of the tab says first.
    private static String owed(Frame.Standing standing, Watch watch) {
        return standing.next()
                .map(next -> watch.isLate(next.due()) ? "Late · " : "By " + watch.clock(next.due()) + " · ")
                .orElse("");
    }
}
