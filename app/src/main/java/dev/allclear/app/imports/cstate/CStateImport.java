package dev.allclear.app.imports.cstate;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.app.imports.Finding;
import dev.allclear.app.imports.Finding.Kind;
import dev.allclear.app.imports.Findings;
import dev.allclear.app.imports.ImportReport;
import dev.allclear.incident.Facts;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Workaround;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.operation.IncidentDesk;
import dev.allclear.operation.PastIncident;
import dev.allclear.people.Actor;
import dev.allclear.status.Catalogue;
import dev.allclear.transaction.Store;
import dev.allclear.transaction.Tx;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Takes over the whole history of a cState page, silently: nobody is told of anything.
///
/// All of it is one transaction. Importing the same folder again changes nothing; an issue that has changed since,
/// there or here, is reported and left as it is here.
public final class CStateImport {

    private static final Actor ACTOR = new Actor("cState import");

    private final Store store;
    private final InstantSource clock;
    private final CatalogueDesk catalogueDesk;
    private final IncidentDesk incidentDesk;

    public CStateImport(Store store, InstantSource clock, Entropy entropy) {
        this.store = store;
        this.clock = clock;
        this.catalogueDesk = new CatalogueDesk(store, clock);
        this.incidentDesk = new IncidentDesk(store, clock, entropy);
    }

    /// Tells what an import would do, and changes nothing.
    public ImportReport dryRun(CStateFolder folder, PageId page) {
        return store.reading(tx -> new Run(
                        tx,
                        folder,
                        page,
                        zone(tx, page),
                        tx.catalogues().of(page).value())
                .report(true));
    }

    /// The same for a page that is yet to be made.
    ///
    /// @param zone that it will have
    public ImportReport dryRun(CStateFolder folder, ZoneId zone) {
        return store.reading(tx -> new Run(tx, folder, new PageId("new"), zone, Catalogue.EMPTY).report(true));
    }

    private static ZoneId zone(Tx tx, PageId page) {
        var stored = tx.pages().find(page).orElseThrow(() -> new Refused.NotFound("page"));
        return stored.value().zone();
    }

    public ImportReport run(CStateFolder folder, PageId page) {
        return store.inTransaction(tx -> {
            var run = new Run(
                    tx, folder, page, zone(tx, page), tx.catalogues().of(page).value());
            run.apply();
            return run.report(false);
        });
    }

    /// One import: looks at everything first, so that a dry run and a real one can't differ.
    private final class Run {

        private final PageId page;
        private final int files;
        private final Findings findings = new Findings();
        private final Systems systems;
        private final List<PastIncident> fresh = new ArrayList<>();
        private int skipped;
        private int unchanged;
        private int changed;

        Run(Tx tx, CStateFolder folder, PageId id, ZoneId pageZone, Catalogue known) {
            this.page = id;
            this.files = folder.files().size() + folder.skipped();
            this.skipped = folder.skipped();
            var zone = folder.config().zone().orElse(pageZone);
            folder.findings().forEach(one -> findings.add(one.kind(), one.file(), one.line(), one.text()));
            var issues = issues(folder, zone);
            this.systems = new Systems(id, known, folder.config(), zone, clock.instant());
            systems.report(issues, findings);
            var missing = issues.stream()
                    .filter(issue ->
                            tx.incidents().findByOrigin(id, issue.origin()).isEmpty())
                    .toList();
            systems.complete(issues, missing);
            missing.forEach(issue -> fresh.add(past(issue)));
            issues.stream().filter(issue -> !missing.contains(issue)).forEach(issue -> compare(tx, issue));
        }

        private List<OldIssue> issues(CStateFolder folder, ZoneId zone) {
            var issues = new ArrayList<OldIssue>();
            for (var file : folder.files()) {
                var issue = new IssueReader(file, zone, clock.instant(), findings.in(file.name())).read();
                issue.ifPresentOrElse(issues::add, () -> skipped++);
            }
            return issues;
        }

        private PastIncident past(OldIssue issue) {
            // The old page never said anything of workaround or cause, so neither is claimed.
            var facts = new Facts("", new Workaround.NotNeeded(), new RootCause.Unknown(), Optional.empty());
            return new PastIncident(
                    issue.title(),
                    issue.severity(),
                    issue.start(),
                    issue.end(),
                    facts,
                    systems.areas(issue),
                    issue.words(),
                    Optional.of(issue.origin()));
        }

        private void compare(Tx tx, OldIssue issue) {
            var here = tx.incidents()
                    .findByOrigin(page, issue.origin())
                    .orElseThrow()
                    .value();
            var differs = Difference.between(here, past(issue));
            if (differs.isEmpty()) {
                unchanged++;
                return;
            }
            changed++;
            findings.add(
                    Kind.CHANGED,
                    issue.file(),
                    0,
                    "differs from what is here by its " + String.join(", ", differs) + "; left as it is here");
        }

        void apply() {
            if (!systems.isComplete()) {
                var count = systems.listed().size() + systems.retired().size();
                catalogueDesk.change(
                        page,
                        Optional.empty(),
                        "components.imported",
                        "",
                        count + " components",
                        ACTOR,
                        _ -> systems.catalogue());
            }
            fresh.forEach(incident -> incidentDesk.backfill(page, incident, ACTOR));
        }

        ImportReport report(boolean dryRun) {
            var sorted = findings.all().stream()
                    .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
                    .toList();
            return new ImportReport(
                    dryRun,
                    files,
                    fresh.size(),
                    unchanged,
                    changed,
                    skipped,
                    systems.listed(),
                    systems.retired(),
                    sorted);
        }
    }
}
