package dev.allclear.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.incident.Estimate;
import dev.allclear.incident.Facts;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Report;
import dev.allclear.incident.RootCause;
import dev.allclear.incident.Severity;
import dev.allclear.incident.Stage;
import dev.allclear.incident.UpdateId;
import dev.allclear.incident.Words;
import dev.allclear.incident.Workaround;
import dev.allclear.journal.Entry;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.Todo;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.ApiKey;
import dev.allclear.people.ApiKeyId;
import dev.allclear.people.Role;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Group;
import dev.allclear.status.Region;
import dev.allclear.transaction.Answers.Answer;
import dev.allclear.transaction.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever is typed or said comes back from the store as it went in, or was refused: never changed, never half kept.
public interface NastyTextContract extends OnStore {

    @Test
    default void keeps_our_own_nasty_texts_or_refuses_them() {
        keepOrRefuse(NastyTexts.OURS);
    }

    @Test
    default void keeps_the_shared_nasty_texts_or_refuses_them() {
        var list = Shared.file("hardening/unicode.jsonl");
        assumeTrue(list.isPresent(), "skipped: there is no ../shared/hardening/unicode.jsonl");

        var texts = NastyTexts.read(list.get());

        assertThat(texts).hasSizeGreaterThanOrEqualTo(286);
        keepOrRefuse(texts);
    }

    private void keepOrRefuse(List<String> texts) {
        var page = Stories.opened(store()).id();
        var kept = texts.stream().mapToLong(text -> kept(page, text)).sum();
        // Most of them are harmless, and must not be turned away.
        assertThat(kept).isGreaterThan(texts.size() * 6L);
    }

    /// Puts the text into every column that holds text.
    ///
    /// @return in how many of the places it was kept
    private long kept(PageId page, String text) {
        var made = places(page, text).stream().flatMap(NastyTextContract::made).toList();
        if (keep(made)) {
            return made.size();
        }
        // The store itself refused one of them: then each of the others must be kept without it.
        return made.stream().filter(one -> keep(List.of(one))).count();
    }

    private boolean keep(List<Place> places) {
        try {
            change(tx -> places.forEach(place -> place.save().accept(tx)));
        } catch (Refused _) {
            return false;
        }
        change(tx -> places.forEach(place -> assertThat(place.find().apply(tx)).isEqualTo(place.one())));
        return true;
    }

    /// Something that holds the text, with its way into the store and out again.
    record Place(Object one, Consumer<Tx> save, Function<Tx, Object> find) {}

    private static Stream<Place> made(Supplier<Place> place) {
        try {
            return Stream.of(place.get());
        } catch (Refused _) {
            return Stream.empty();
        }
    }

    private static List<Supplier<Place>> places(PageId page, String text) {
        return List.of(
                () -> place(
                        page(text),
                        one -> tx -> tx.pages().add(one),
                        one -> tx -> tx.pages().find(one.id()).orElseThrow().value()),
                () -> place(
                        catalogue(text),
                        one -> tx -> tx.catalogues()
                                .save(page, one, tx.catalogues().of(page).version()),
                        _ -> tx -> tx.catalogues().of(page).value()),
                () -> incident(facts(page, text)),
                () -> incident(words(page, text)),
                () -> incident(report(page, text)),
                () -> place(
                        imported(page, text),
                        one -> tx -> tx.incidents().add(one),
                        _ -> tx -> tx.incidents()
                                .findByOrigin(page, text)
                                .orElseThrow()
                                .value()),
                () -> place(
                        draft(page, text),
                        one -> tx -> tx.drafts().save(one),
                        one -> tx -> tx.drafts().find(page, one.id()).orElseThrow()),
                () -> place(
                        maintenance(page, text),
                        one -> tx -> tx.maintenances().add(one),
                        one -> tx -> tx.maintenances()
                                .find(page, one.id())
                                .orElseThrow()
                                .value()),
                () -> place(
                        text,
                        one -> tx -> tx.journal().append(page, Stories.NOW, one, one, one, one),
                        _ -> tx -> sameFour(tx.journal().last(page).orElseThrow())),
                () -> place(
                        account(page, text),
                        one -> tx -> tx.accounts().save(one),
                        one -> tx -> tx.accounts().find(one.id()).orElseThrow()),
                () -> place(
                        key(page, text),
                        one -> tx -> tx.apiKeys().add(one),
                        one -> tx -> tx.apiKeys().findByHash(one.hash()).orElseThrow()),
                () -> place(
                        new Answer(page.value() + text, text, text, 200, text, Stories.NOW),
                        one -> tx -> tx.answers().add(one),
                        one -> tx -> tx.answers().find(one.owner(), text).orElseThrow()));
    }

    private static Place incident(Incident incident) {
        return place(
                incident,
                one -> tx -> tx.incidents().add(one),
                one -> tx ->
                        tx.incidents().find(one.page(), one.id()).orElseThrow().value());
    }

    private static <T> Place place(T one, Function<T, Consumer<Tx>> save, Function<T, Function<Tx, Object>> find) {
        return new Place(one, save.apply(one), find.apply(one));
    }

    private static Page page(String text) {
        var one = Stories.page();
        return new Page(
                one.id(),
                one.slug(),
                text,
                one.host(),
                one.zone(),
                one.language(),
                one.accent(),
                one.support(),
                one.createdAt());
    }

    private static Catalogue catalogue(String text) {
        var shop = new Group(Stories.SHOP, Optional.empty(), text, text, 0, Stories.NOW, Stories.NOW);
        var till = new Component(
                Stories.CHECKOUT,
                Optional.of(Stories.SHOP),
                text,
                text,
                0,
                List.of(Stories.EUROPE),
                LocalDate.EPOCH,
                true,
                false,
                Stories.NOW,
                Stories.NOW);
        var storefront = Stories.component(Stories.STOREFRONT, Optional.empty(), "Storefront", List.of(), 0);
        var api = Stories.component(Stories.API, Optional.empty(), "API", List.of(Stories.EUROPE), 1);
        var invoices = Stories.component(Stories.INVOICES, Optional.empty(), "Invoices", List.of(), 2);
        return new Catalogue(
                List.of(shop),
                List.of(till, storefront, api, invoices),
                List.of(new Region(Stories.EUROPE, text, 0), new Region(Stories.AMERICA, "America", 1)));
    }

    private static Incident facts(PageId page, String text) {
        var estimate = Estimate.first(Stories.NOW.plusSeconds(60), text)
                .changedTo(Stories.NOW.plusSeconds(90), text, text, Stories.NOW);
        var facts = new Facts(
                text,
                text,
                new Workaround.Given(text),
                text,
                new RootCause.Confirmed(text),
                text,
                Optional.of(estimate));
        return Stories.openIncident(page).revise("Card payments fail", Severity.MINOR, facts);
    }

    private static Incident words(PageId page, String text) {
        var spoken = new Words(new UpdateId(Stories.unique("update")), text, Stories.NOW, text);
        var due = Stories.NOW.plusSeconds(60);
        return Stories.openIncident(page)
                .post(Stage.IDENTIFIED, spoken, Map.of(), due)
                .correct(spoken.id(), "Better words.", text, due)
                .revise(text, Severity.MINOR, Facts.UNKNOWN);
    }

    private static Incident report(PageId page, String text) {
        return Stories.resolvedIncident(page).report(new Report(text, text, text, Stories.NOW));
    }

    private static Incident imported(PageId page, String text) {
        var one = Stories.resolvedIncident(page);
        return Incident.backfilled(
                one.id(),
                page,
                one.title(),
                one.severity(),
                one.startedAt(),
                Stories.NOW,
                one.facts(),
                one.updates(),
                Optional.of(text));
    }

    private static Draft draft(PageId page, String text) {
        return new Draft(
                new DraftId(Stories.unique("draft")),
                page,
                Optional.empty(),
                Map.of(text, List.of(text, text)),
                "Ines",
                Stories.NOW);
    }

    private static Maintenance maintenance(PageId page, String text) {
        var one = Stories.maintenance(page);
        return Maintenance.announced(
                one.id(),
                page,
                text,
                one.window(),
                Maintenance.unusable(Set.of(Area.whole(Stories.CHECKOUT))),
                new Details(
                        Optional.of(text),
                        Optional.of(text),
                        Optional.of(text),
                        new Todo.Act(text),
                        Optional.of(text),
                        List.of(),
                        Optional.of(text),
                        false),
                one.latest().id(),
                text,
                Stories.NOW,
                text);
    }

    private static String sameFour(Entry entry) {
        assertThat(List.of(entry.actor(), entry.action(), entry.subject())).containsOnly(entry.detail());
        assertThat(entry.isIntact()).isTrue();
        return entry.detail();
    }

    private static Account account(PageId page, String text) {
        var one = Stories.account(Map.of(page, Role.OWNER));
        return new Account(one.id(), one.email(), text, Optional.of(text), one.roles(), Stories.NOW);
    }

    private static ApiKey key(PageId page, String text) {
        var id = Stories.unique("key");
        return new ApiKey(
                new ApiKeyId(id),
                page,
                text,
                id,
                "hash of " + id,
                Role.VIEWER,
                Stories.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
