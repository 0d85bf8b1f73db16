package dev.allclear.app.demo;

import dev.allclear.PageId;
import dev.allclear.app.demo.Script.Company;
import dev.allclear.app.demo.Script.Part;
import dev.allclear.app.demo.Script.Person;
import dev.allclear.app.demo.Script.Reader;
import dev.allclear.audience.Choice;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.Subscriber;
import dev.allclear.audience.Subscriber.Standing;
import dev.allclear.audience.SubscriberId;
import dev.allclear.language.Language;
import dev.allclear.operation.CatalogueDesk;
import dev.allclear.operation.PageDesk;
import dev.allclear.page.Page;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.Permission;
import dev.allclear.people.Role;
import dev.allclear.status.Catalogue;
import dev.allclear.transaction.Store;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// How the company set itself up: its page, its people, its components, and those who subscribed.
final class Founding {

    private static final String FIRST_DAY = "61w";

    /// The story's page has no host of its own, so it can take nobody's.
    private static final URI ANYWHERE = URI.create("http://localhost");

    private final Store store;
    private final StoryClock clock;
    private final StoryEntropy entropy;
    private final StoryCalendar calendar;
    private final Company company;
    private final Cast cast;
    private final PageId page;
    private final Map<String, Account> people = new LinkedHashMap<>();

    Founding(Store store, StoryClock clock, StoryEntropy entropy, StoryCalendar calendar, Company company, Cast cast) {
        this.store = store;
        this.clock = clock;
        this.entropy = entropy;
        this.calendar = calendar;
        this.company = company;
        this.cast = cast;
        this.page = new PageId(entropy.id());
        company.people().forEach(one -> people.put(one.key(), account(one)));
    }

    private Account account(Person person) {
        return new Account(
                new AccountId(entropy.id()),
                new EmailAddress(person.email()),
                person.name(),
                Optional.empty(),
                Map.of(page, Role.valueOf(person.role().toUpperCase(Locale.ROOT))),
                calendar.weeksAgo(FIRST_DAY));
    }

    PageId page() {
        return page;
    }

    AccountId owner() {
        return person(company.people().getFirst().key()).id();
    }

    Actor actor(String key) {
        return Actor.of(person(key));
    }

    private Account person(String key) {
        return Objects.requireNonNull(people.get(key), key);
    }

    void plan(Programme programme) {
        var firstDay = calendar.weeksAgo(FIRST_DAY);
        programme.at(firstDay, this::open);
        for (var part : cast.movers()) {
            if (part.since() != null) {
                programme.at(
                        calendar.weeksAgo(part.since()),
                        () -> change(
                                "component.added", part, catalogue -> cast.with(catalogue, part, clock.instant())));
            }
            if (part.retired() != null) {
                programme.at(
                        calendar.weeksAgo(part.retired()),
                        () -> change(
                                "component.retired",
                                part,
                                catalogue -> cast.without(catalogue, part, clock.instant())));
            }
        }
        for (var reader : company.subscribers()) {
            programme.at(calendar.weeksAgo(reader.since()), () -> subscribe(reader));
        }
    }

    private void open() {
        var home = company.page();
        new PageDesk(store, clock, ANYWHERE)
                .add(
                        new Page(
                                page,
                                home.slug(),
                                home.name(),
                                Optional.empty(),
                                ZoneId.of(home.zone()),
                                Language.ENGLISH,
                                home.accent(),
                                Optional.of(home.support()),
                                clock.instant()),
                        Actor.SYSTEM);
        store.inTransaction(tx -> {
            var publishers = people.values().stream()
                    .filter(account -> account.may(page, Permission.PUBLISH))
                    .map(Account::id)
                    .toList();
            for (var account : people.values()) {
                tx.accounts().save(account);
                tx.journal()
                        .append(
                                page,
                                clock.instant(),
                                Actor.SYSTEM.name(),
                                "account.added",
                                account.id().value(),
                                account.name());
            }
            tx.policies().save(page, HousePolicy.of(publishers), 0);
            tx.lexicons().save(page, HouseWords.OURS, 0);
            return page;
        });
        change("components.added", "", company.components().size() + " components", _ -> cast.opening(clock.instant()));
    }

    private void change(String action, Part part, UnaryOperator<Catalogue> step) {
        change(action, cast.component(part.key()).value(), part.name(), step);
    }

    private void change(String action, String subject, String detail, UnaryOperator<Catalogue> step) {
        var owner = Actor.of(person(company.people().getFirst().key()));
        new CatalogueDesk(store, clock).change(page, Optional.empty(), action, subject, detail, owner, step);
    }

    private void subscribe(Reader reader) {
        var since = clock.instant();
        var id = new SubscriberId(entropy.id());
        store.inTransaction(tx -> {
            tx.subscribers()
                    .save(new Subscriber(
                            id,
                            page,
                            new EmailAddress(reader.email()),
                            standing(reader, since),
                            choice(reader),
                            new Language(reader.language()),
                            Optional.ofNullable(reader.zone()).map(ZoneId::of),
                            since));
            if (!reader.pending()) {
                tx.journal().append(page, since, "subscriber", "subscriber.confirmed", id.value(), "");
            }
            return id;
        });
    }

    private Standing standing(Reader reader, Instant since) {
        if (reader.pending()) {
            return new Standing.Pending();
        }
        return reader.left() == null
                ? new Standing.Confirmed(since, "followed the link in the mail")
                : new Standing.Left(calendar.weeksAgo(reader.left()), "unsubscribed");
    }

    private Choice choice(Reader reader) {
        var kinds = Script.orNone(reader.kinds()).stream()
                .map(kind -> Choice.Kind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new Choice(
                Script.orNone(reader.components()).stream().map(cast::component).collect(Collectors.toSet()),
                Script.orNone(reader.groups()).stream().map(cast::group).collect(Collectors.toSet()),
                Script.orNone(reader.regions()).stream().map(cast::region).collect(Collectors.toSet()),
                kinds.isEmpty() ? Set.of(Choice.Kind.values()) : kinds);
    }
}
