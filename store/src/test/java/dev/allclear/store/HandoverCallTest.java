package dev.allclear.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import dev.allclear.engine.Engine;
import dev.allclear.incident.Draft;
import dev.allclear.incident.DraftId;
import dev.allclear.operation.DraftDesk;
import dev.allclear.people.Account;
import dev.allclear.people.AccountId;
import dev.allclear.people.Actor;
import dev.allclear.people.Role;
import dev.allclear.testkit.Engines;
import dev.allclear.testkit.SettableClock;
import dev.allclear.testkit.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the draft that is handed over to the letters of those who may agree to it.
final class HandoverCallTest {

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Stories.NOW);
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();

    private static final DraftId DRAFT = new DraftId("draft-1");

    @Test
    void whoever_may_agree_gets_one_mail_that_leads_to_what_waits_and_its_author_gets_none() {
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var page = Stories.opened(store).id();
            var author = person(store, page, "ines", Role.DRAFTER);
            var publisher = person(store, page, "mina", Role.PUBLISHER);
            var owner = person(store, page, "omar", Role.OWNER);
            person(store, page, "vera", Role.VIEWER);
            var desk = new DraftDesk(store, clock, Stories.entropy());
            var draft = draft(page, author).handedOver();

            desk.save(draft, Optional.empty(), new DraftId("beside"), Actor.of(author));
            desk.save(draft, Optional.of(draft.savedAt()), new DraftId("beside"), Actor.of(author));
            try (var engine = engine(store)) {
                engine.start();
                await().atMost(Duration.ofSeconds(15)).until(() -> letters.size() == 2);
            }

            assertThat(letters).extracting(Letter::to).containsExactlyInAnyOrder(publisher.email(), owner.email());
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.content())
                        .isEqualTo(new Letter.Content.OfHandover("Card payments fail", "ines", true));
                assertThat(letter.links().subject().getPath()).endsWith("/desk/drafts/draft-1");
            });
            assertThat(store.<Integer>reading(tx -> tx.outbox().recent(page, 10).size()))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_was_sent_back_before_the_mail_went_out_calls_nobody() {
        try (var store = SqlStore.open(new StoreSettings.Sqlite(folder.resolve("allclear.db")))) {
            var page = Stories.opened(store).id();
            var author = person(store, page, "ines", Role.DRAFTER);
            var publisher = person(store, page, "mina", Role.PUBLISHER);
            var desk = new DraftDesk(store, clock, Stories.entropy());
            var kept = desk.save(
                    draft(page, author).handedOver(), Optional.empty(), new DraftId("beside"), Actor.of(author));
            desk.sendBack(page, kept.id(), kept.savedAt(), "Please name the region.", Actor.of(publisher));

            try (var engine = engine(store)) {
                engine.start();
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> store.reading(
                                tx -> tx.outbox().recent(page, 50).stream().allMatch(one -> one.fannedOut())));
            }

            assertThat(letters).isEmpty();
        }
    }

    private static Draft draft(PageId page, Account author) {
        return new Draft(
                DRAFT,
                page,
                Optional.empty(),
                Map.of("title", List.of("Card payments fail")),
                Actor.of(author).name(),
                Stories.NOW);
    }

    private static Account person(SqlStore store, PageId page, String name, Role role) {
        var account = new Account(
                new AccountId("account-" + name),
                EmailAddress.parse(name + "@example.com"),
                name,
                Optional.empty(),
                Map.of(page, role),
                Stories.NOW);
        return store.inTransaction(tx -> {
            tx.accounts().save(account);
            return account;
        });
    }

    private Engine engine(SqlStore store) {
        return Engines.over(store, clock, letter -> {
            letters.add(letter);
            return new Outcome.Accepted("250 Ok");
        });
    }
}
