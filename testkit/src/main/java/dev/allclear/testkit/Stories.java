package dev.allclear.testkit;

import dev.allclear.Entropy;
import dev.allclear.PageId;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.Announcement;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Subject;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.IncidentId;
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
import dev.allclear.operation.Declaration;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.ComponentId;
import dev.allclear.status.Group;
import dev.allclear.status.GroupId;
import dev.allclear.status.Region;
import dev.allclear.status.RegionId;
import dev.allclear.status.State;
import dev.allclear.transaction.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Fernhill, a company that tests are told about: it lets small shops sell online, and its checkout breaks now and
/// then.
///
/// Ids that must differ everywhere count up; all else is the same each time.
public final class Stories {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    public static final GroupId SHOP = new GroupId("shop");
    public static final GroupId PAYING = new GroupId("paying");
    public static final ComponentId STOREFRONT = new ComponentId("storefront");
    public static final ComponentId CHECKOUT = new ComponentId("checkout");
    public static final ComponentId INVOICES = new ComponentId("invoices");
    public static final ComponentId API = new ComponentId("api");
    public static final RegionId EUROPE = new RegionId("europe");
    public static final RegionId AMERICA = new RegionId("america");

    private static final AtomicLong COUNTER = new AtomicLong();

    private Stories() {}

    /// Something that no other test has.
    public static String unique(String what) {
        return what + "-" + COUNTER.incrementAndGet();
    }

    /// Chance that gives ids which no other test has, and the same each time the tests run in the same order.
    public static Entropy entropy() {
        return new SeededEntropy(COUNTER.incrementAndGet());
    }

    /// A page of Fernhill that no other test uses, with all that can have a state.
    public static Page opened(Store store) {
        var page = page();
        store.inTransaction(tx -> {
            tx.pages().add(page);
            tx.catalogues()
                    .save(page.id(), catalogue(), tx.catalogues().of(page.id()).version());
            return page;
        });
        return page;
    }

    public static Page page() {
        var name = unique("fernhill");
        return new Page(
                new PageId(name),
                name,
                "Fernhill",
                Optional.of("status." + name + ".example"),
                ZoneId.of("Europe/Berlin"),
                Language.ENGLISH,
                "#2f6f4f",
                Optional.of(URI.create("https://help.fernhill.example/")),
                NOW);
    }

    /// Storefront and checkout in a shop, invoices in a group inside of it, and an API that runs in two regions.
    public static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Group(SHOP, Optional.empty(), "Shop", "What buyers see", 0, NOW, NOW),
                        new Group(PAYING, Optional.of(SHOP), "Paying", "", 0, NOW, NOW)),
                List.of(
                        component(STOREFRONT, Optional.of(SHOP), "Storefront", List.of(), 0),
                        component(CHECKOUT, Optional.of(SHOP), "Checkout", List.of(), 1),
                        component(INVOICES, Optional.of(PAYING), "Invoices", List.of(), 0),
                        component(API, Optional.empty(), "API", List.of(EUROPE, AMERICA), 0)),
                List.of(new Region(EUROPE, "Europe", 0), new Region(AMERICA, "America", 1)));
    }

    public static Component component(
            ComponentId id, Optional<GroupId> group, String name, List<RegionId> regions, int position) {
        var since = LocalDate.parse("2025-01-01");
        return new Component(id, group, name, "", position, regions, since, true, false, NOW, NOW);
    }

    /// Buyers can't pay by card, and the API is slow in Europe.
    public static Map<Area, State> trouble() {
        return Map.of(Area.whole(CHECKOUT), State.MAJOR_OUTAGE, Area.in(API, EUROPE), State.DEGRADED_PERFORMANCE);
    }

    public static Facts facts() {
        return new Facts(
                "Buyers can't pay by card.",
                new Workaround.Given("Offer payment by invoice."),
                new RootCause.Suspected("A certificate at the card network has expired."),
                Optional.empty());
    }

    public static Words words(String text, Instant at) {
        return new Words(new UpdateId(unique("update")), text, at, "Ines Brandt");
    }

    /// Declared at `NOW`, with an update due half an hour later.
    public static Incident openIncident(PageId page) {
        return Incident.declared(
                new IncidentId(unique("incident")),
                page,
                "Card payments fail",
                Severity.MAJOR,
                NOW.minus(Duration.ofMinutes(10)),
                facts(),
                trouble(),
                Stage.INVESTIGATING,
                words("Buyers see an error when they pay by card. We are looking into it.", NOW),
                NOW.plus(Duration.ofMinutes(30)));
    }

    /// The same, over after an hour.
    public static Incident resolvedIncident(PageId page) {
        var end = NOW.plus(Duration.ofHours(1));
        return openIncident(page).resolve(words("Card payments work again.", end), end);
    }

    /// What somebody at the desk decides when card payments fail.
    public static Declaration declaration() {
        return new Declaration(
                "Card payments fail",
                Severity.MAJOR,
                Stage.INVESTIGATING,
                "Buyers see an error when they pay by card. We are looking into it.",
                facts(),
                trouble(),
                Optional.of(NOW.minus(Duration.ofMinutes(10))),
                Optional.empty());
    }

    /// Announced at `NOW` for two hours on the next day.
    public static Maintenance maintenance(PageId page) {
        var start = NOW.plus(Duration.ofDays(1));
        return Maintenance.announced(
                new MaintenanceId(unique("maintenance")),
                page,
                "Moving invoices to a new database",
                new Window(start, start.plus(Duration.ofHours(2))),
                Maintenance.unusable(Set.of(Area.whole(INVOICES), Area.in(API, AMERICA))),
                Details.NONE,
                new NoticeId(unique("notice")),
                "Invoices can't be downloaded for up to ten minutes.",
                NOW,
                "Ines Brandt");
    }

    /// Confirmed, and wants to hear everything.
    public static Subscriber subscriber(PageId page, String name) {
        return subscriber(page, name, name);
    }

    /// @param mailbox what stands before the @
    public static Subscriber subscriber(PageId page, String name, String mailbox) {
        return new Subscriber(
                new SubscriberId(unique(name)),
                page,
                new EmailAddress(mailbox + "@shops.example"),
                new Subscriber.Standing.Confirmed(NOW, "followed the link in the mail"),
                Choice.EVERYTHING,
                Language.ENGLISH,
                Optional.empty(),
                NOW);
    }

    public static Account account(Map<PageId, Role> roles) {
        var name = unique("ines");
        return new Account(
                new AccountId(name),
                new EmailAddress(name + "@fernhill.example"),
                "Ines Brandt",
                Optional.of("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"),
                roles,
                NOW);
    }

    /// Of the incident's latest update.
    public static Announcement announcement(Incident incident) {
        return new Announcement(
                new AnnouncementId(unique("announcement")),
                incident.page(),
                new Subject.OfIncident(incident.id(), incident.latest().id()),
                incident.latest().at());
    }
}
