package dev.allclear.edge;

import dev.allclear.PageId;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
import dev.allclear.incident.Phase;
import dev.allclear.incident.Report;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.incident.Workaround;
import dev.allclear.language.Language;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Window;
import dev.allclear.page.Page;
import dev.allclear.page.PublicPage;
import dev.allclear.page.Visibility;
import dev.allclear.policy.SeverityPolicy;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import dev.allclear.status.StateChange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The company of our stories on a bad day, the same to the last letter each time.
public final class Fernhill {

    public static final URI BASE = URI.create("https://status.fernhill.example");

    public static final Instant NOW = Instant.parse("2026-03-04T10:05:00Z");

    private static final PageId PAGE = new PageId("fernhill");

    private static final GroupId SHOP = new GroupId("shop");
    private static final GroupId PAYING = new GroupId("paying");
    private static final ComponentId STOREFRONT = new ComponentId("storefront");
    private static final ComponentId CHECKOUT = new ComponentId("checkout");
    private static final ComponentId INVOICES = new ComponentId("invoices");
    private static final ComponentId API = new ComponentId("api");
    private static final ComponentId FAX = new ComponentId("fax");
    private static final RegionId EUROPE = new RegionId("europe");
    private static final RegionId AMERICA = new RegionId("america");

    private Fernhill() {}

    /// A few things broken, a few mended, work planned.
    public static PublicPage page() {
        return page(1, List.of(outage(), learned(), falseAlarm(), old()), List.of(planned(), running(), done()));
    }

    /// Nothing has ever happened.
    public static PublicPage calm() {
        return page(1, List.of(), List.of());
    }

    public static PublicPage page(long revision, List<Incident> incidents, List<Maintenance> works) {
        return page("fernhill", revision, incidents, works);
    }

    public static PublicPage page(String slug, long revision, List<Incident> incidents, List<Maintenance> works) {
        List<StateChange> changes = Stream.concat(
                        incidents.stream().flatMap(incident -> incident.stateChanges().stream()),
                        works.stream().flatMap(work -> work.stateChanges().stream()))
                .toList();
        return new Visibility(catalogue(), changes, NOW)
                .page(shell(slug, Optional.empty()), revision, incidents, works, SeverityPolicy.USUAL);
    }

    public static PublicPage under(String host, PublicPage page) {
        return new PublicPage(
                shell(page.page().slug(), Optional.of(host)),
                page.revision(),
                page.asOf(),
                page.confirmed(),
                page.overall(),
                page.groups(),
                page.components(),
                page.regions(),
                page.incidents(),
                page.maintenances(),
                page.terms());
    }

    private static Page shell(String slug, Optional<String> host) {
        return new Page(
                new PageId(slug),
                slug,
                "Fernhill",
                host,
                ZoneId.of("Europe/Berlin"),
                Language.ENGLISH,
                "#2f6f4f",
                Optional.of(URI.create("https://help.fernhill.example/")),
                opening());
    }

    /// Storefront and checkout in a shop, invoices in a group inside of it, an API in two regions, and a fax that is
    /// gone.
    private static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Group(SHOP, Optional.empty(), "Shop", "What buyers see", 0, opening(), opening()),
                        new Group(PAYING, Optional.of(SHOP), "Paying", "", 0, opening(), opening())),
                List.of(
                        component(STOREFRONT, Optional.of(SHOP), "Storefront", List.of(), 0),
                        component(CHECKOUT, Optional.of(SHOP), "Checkout", List.of(), 1),
                        component(INVOICES, Optional.of(PAYING), "Invoices", List.of(), 0),
                        component(API, Optional.empty(), "API", List.of(EUROPE, AMERICA), 0),
                        component(FAX, Optional.empty(), "Fax", List.of(), 1)),
                List.of(new Region(EUROPE, "Europe", 0), new Region(AMERICA, "America", 1)));
    }

    private static Component component(
            ComponentId id, Optional<GroupId> group, String name, List<RegionId> regions, int position) {
        var since = LocalDate.parse("2025-01-07");
        return new Component(
                id,
                group,
                name,
                id.equals(STOREFRONT) ? "" : name + " of all shops",
                position,
                regions,
                since,
                true,
                id.equals(FAX),
                opening(),
                opening());
    }

    private static Instant opening() {
        return at("2025-01-07T08:00");
    }

    /// Declared, then found, with a correction; still open.
    public static Incident outage() {
        return Incident.declared(
                        new IncidentId("inc-cards"),
                        PAGE,
                        "Card payments <fail> & time out",
                        Severity.MAJOR,
                        at("2026-03-04T09:10"),
                        facts(),
                        Map.of(
                                Area.whole(CHECKOUT),
                                State.MAJOR_OUTAGE,
                                Area.in(API, EUROPE),
                                State.DEGRADED_PERFORMANCE),
                        Stage.INVESTIGATING,
                        words(
                                "u1",
                                "Buyers see an error when they pay by card. We are looking into it.",
                                "2026-03-04T09:20"),
                        at("2026-03-04T09:50"))
                .post(
                        Stage.IDENTIFIED,
                        words(
                                "u2",
                                "A certificate has **expired**.\n\nUse [invoices](https://help.fernhill.example/invoices).",
                                "2026-03-04T09:45"),
                        Map.of(Area.whole(CHECKOUT), State.PARTIAL_OUTAGE),
                        at("2026-03-04T10:15"))
                .correct(
                        new UpdateId("u1"),
                        "Buyers see an error when they pay by card. We look into it.",
                        "Wording",
                        at("2026-03-04T09:47"));
    }

    public static Incident resolvedOutage() {
        return outage().resolve(words("u3", "Card payments work again.", "2026-03-04T10:04"), at("2026-03-04T10:02"));
    }

    /// Resolved, with its report.
    private static Incident learned() {
        return declared(
                        "inc-api",
                        "The API is slow",
                        Severity.MINOR,
                        Map.of(Area.in(API, EUROPE), State.DEGRADED_PERFORMANCE),
                        "2026-01-20T23:30")
                .post(
                        Stage.MONITORING,
                        words("inc-api-2", "A new node carries the load.", "2026-01-20T23:50"),
                        Map.of(),
                        at("2026-01-21T00:30"))
                .resolve(words("inc-api-3", "The API is as fast as ever.", "2026-01-21T00:20"), at("2026-01-21T00:10"))
                .report(new Report(
                        "A node ran full.", "We added one.", "We now watch the disks.", at("2026-01-22T15:00")));
    }

    private static Incident falseAlarm() {
        return declared(
                        "inc-alarm",
                        "Storefront down",
                        Severity.CRITICAL,
                        Map.of(Area.whole(STOREFRONT), State.MAJOR_OUTAGE),
                        "2025-12-24T18:00")
                .withdraw(
                        Phase.Reason.FALSE_ALARM,
                        words("inc-alarm-2", "Our probe was wrong: all is well.", "2025-12-24T18:05"));
    }

    /// Of a component that is gone, entered after the fact.
    private static Incident old() {
        var declared = declared(
                "inc-old",
                "Fax gateway down",
                Severity.NOTICE,
                Map.of(Area.whole(FAX), State.MAJOR_OUTAGE),
                "2025-05-02T07:00");
        var resolved = declared.resolve(
                words("inc-old-2", "Faxes are sent again.", "2025-05-02T09:00"), at("2025-05-02T09:00"));
        return Incident.backfilled(
                resolved.id(),
                PAGE,
                resolved.title(),
                resolved.severity(),
                resolved.startedAt(),
                at("2025-05-02T09:00"),
                resolved.facts(),
                resolved.updates(),
                Optional.of("fax.md"));
    }

    private static Incident declared(String id, String title, Severity severity, Map<Area, State> areas, String start) {
        return Incident.declared(
                new IncidentId(id),
                PAGE,
                title,
                severity,
                at(start),
                facts(),
                areas,
                Stage.INVESTIGATING,
                words(id + "-1", "We are looking into it.", start),
                at(start).plus(Duration.ofMinutes(30)));
    }

    private static Facts facts() {
        return new Facts(
                "Buyers can't pay by card.",
                new Workaround.NoneYet(),
                new RootCause.ConfirmedNotPublic(),
                Optional.empty());
    }

    public static Maintenance planned() {
        return work("mnt-db", "Moving invoices to a new database", "2026-03-11T01:00", "2026-03-03T10:00");
    }

    private static Maintenance running() {
        return work("mnt-api", "API upgrade", "2026-03-04T10:00", "2026-02-25T10:00")
                .start(new NoticeId("mnt-api-2"), "We have begun.", at("2026-03-04T10:01"), "Ines Brandt");
    }

    private static Maintenance done() {
        return work("mnt-net", "New network cards", "2026-02-10T03:00", "2026-02-01T10:00")
                .start(new NoticeId("mnt-net-2"), "We have begun.", at("2026-02-10T03:00"), "Ines Brandt")
                .complete(new NoticeId("mnt-net-3"), "All done.", at("2026-02-10T04:10"), "Ines Brandt");
    }

    private static Maintenance work(String id, String title, String start, String announced) {
        return Maintenance.announced(
                new MaintenanceId(id),
                PAGE,
                title,
                new Window(at(start), at(start).plus(Duration.ofHours(2))),
                Maintenance.unusable(Set.of(Area.whole(INVOICES), Area.in(API, AMERICA))),
                Details.NONE,
                new NoticeId(id + "-1"),
                "Invoices can't be downloaded for up to ten minutes.",
                at(announced),
                "Ines Brandt");
    }

    private static Words words(String id, String text, String at) {
        return new Words(new UpdateId(id), text, at(at), "Ines Brandt");
    }

    private static Instant at(String minute) {
        return Instant.parse(minute + ":00Z");
    }
}
